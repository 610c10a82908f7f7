/**
 * Preparation: steps that are fitted on training rows and then map columns to columns, the same way in training and in
 * serving.
 */
@NullMarked
package io.mlops4j.api.prepare;

import org.jspecify.annotations.NullMarked;
