/**
 * Evaluation: measuring how good a model is, and judging whether that is good enough.
 */
@NullMarked
package io.mlops4j.api.evaluate;

import org.jspecify.annotations.NullMarked;
