package io.mlops4j.api.predict;

/**
 * What a predictor met in one column and did not pass on silently.
 *
 * @param column the column
 * @param missing how many values were missing
 * @param notFinite how many numbers were NaN in a primitive, or infinite, and were taken as missing
 * @param unseen how many categories were not among those of the training data
 */
public record InputCounts(String column, long missing, long notFinite, long unseen) {}
