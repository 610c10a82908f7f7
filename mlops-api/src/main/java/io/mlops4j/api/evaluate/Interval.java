package io.mlops4j.api.evaluate;

/**
 * Where the true value of a metric probably lies.
 *
 * @param lower the lower end
 * @param upper the upper end
 * @param level the share of such intervals that hold the true value, such as 0.95
 */
public record Interval(double lower, double upper, double level) {}
