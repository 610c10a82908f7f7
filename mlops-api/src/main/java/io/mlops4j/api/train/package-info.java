/**
 * Training: what is to be predicted, what learns it, and the flat arrays of what was learned.
 */
@NullMarked
package io.mlops4j.api.train;

import org.jspecify.annotations.NullMarked;
