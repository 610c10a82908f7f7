/** What it costs to register a model durably, to find it, to load it, and to hand it out. */
@NullMarked
package io.mlops4j.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
