package io.mlops4j.api.predict;

/**
 * What a model answers. Immutable.
 *
 * <p>More kinds follow with the models that give them: clustering, anomaly scores, several labels at once.
 */
public sealed interface Prediction permits Classification, Regression {}
