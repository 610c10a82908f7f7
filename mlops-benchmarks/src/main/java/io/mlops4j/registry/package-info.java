/** What benchmarks reach of a registry's inside. */
@NullMarked
package io.mlops4j.registry;

import org.jspecify.annotations.NullMarked;
