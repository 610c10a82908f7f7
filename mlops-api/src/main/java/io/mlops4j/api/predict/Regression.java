package io.mlops4j.api.predict;

/**
 * A number.
 *
 * @param value the predicted value, in the unit of the target; always finite
 */
public record Regression(double value) implements Prediction {}
