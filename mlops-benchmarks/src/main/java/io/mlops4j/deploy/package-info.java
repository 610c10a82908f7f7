/** What benchmarks reach of a deployment's inside. */
@NullMarked
package io.mlops4j.deploy;

import org.jspecify.annotations.NullMarked;
