/** Runnable programs on real data. Each is run by a test. */
@NullMarked
package io.mlops4j.examples;

import org.jspecify.annotations.NullMarked;
