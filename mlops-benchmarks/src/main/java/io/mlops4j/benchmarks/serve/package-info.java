/** What it costs to have a model live: routed, numbered, watched. */
@NullMarked
package io.mlops4j.benchmarks.serve;

import org.jspecify.annotations.NullMarked;
