package io.mlops4j.api.train;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.predict.Truth;
import java.util.Optional;

/**
 * What a trainer learns from. All parts have the same rows in the same order.
 *
 * @param features the feature columns, prepared
 * @param space the names and the order of the features
 * @param truth what is to be predicted
 * @param weights how much each row counts, or empty if all count the same
 */
public record TrainingSet(Dataset features, FeatureSpace space, Truth truth, Optional<NumericValues> weights) {}
