/**
 * The built-in metrics, and the engine that measures a model with slices and confidence intervals.
 */
@NullMarked
package io.mlops4j.evaluate;

import org.jspecify.annotations.NullMarked;
