/**
 * Compiled scorers: a fitted preparation and a model fused over primitive arrays, and the predictors made of them.
 */
@NullMarked
package io.mlops4j.predict;

import org.jspecify.annotations.NullMarked;
