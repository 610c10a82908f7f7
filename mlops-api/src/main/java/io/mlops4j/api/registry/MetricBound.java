package io.mlops4j.api.registry;

import io.mlops4j.api.evaluate.Condition;
import io.mlops4j.api.evaluate.MetricKey;
import java.util.OptionalDouble;

/**
 * What is demanded of a number that was measured of a version. What was not measured, or is NaN, is not within any bound.
 *
 * @param metric what was measured
 * @param condition at least or at most so much
 */
public record MetricBound(MetricKey metric, Condition condition) {

    /** Checks the condition. */
    public MetricBound {
        if (condition instanceof Condition.NoWorseThanChampion) {
            throw new IllegalArgumentException(
                    "A bound compares with a number; a comparison with the champion belongs to the gate of promotion.");
        }
    }

    /**
     * A lower bound.
     *
     * @param metric what was measured
     * @param threshold the smallest value within it
     * @return the bound
     */
    public static MetricBound atLeast(MetricKey metric, double threshold) {
        return new MetricBound(metric, new Condition.AtLeast(threshold));
    }

    /**
     * An upper bound.
     *
     * @param metric what was measured
     * @param threshold the largest value within it
     * @return the bound
     */
    public static MetricBound atMost(MetricKey metric, double threshold) {
        return new MetricBound(metric, new Condition.AtMost(threshold));
    }

    /**
     * Whether a version is within it.
     *
     * @param facts what is known of the version
     * @return whether the metric is known and within the bound
     */
    public boolean holds(VersionFacts facts) {
        OptionalDouble value = facts.metric(metric);
        return value.isPresent()
                && (condition instanceof Condition.AtLeast least
                        ? value.getAsDouble() >= least.threshold()
                        : value.getAsDouble() <= ((Condition.AtMost) condition).threshold());
    }

    @Override
    public String toString() {
        return metric + " " + condition;
    }
}
