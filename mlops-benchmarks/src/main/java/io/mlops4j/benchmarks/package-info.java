/** Measures what the README claims, each figure beside the peer that a user would pick instead, in one run. */
@NullMarked
package io.mlops4j.benchmarks;

import org.jspecify.annotations.NullMarked;
