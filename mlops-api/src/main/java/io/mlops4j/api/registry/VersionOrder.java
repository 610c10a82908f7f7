package io.mlops4j.api.registry;

import io.mlops4j.api.evaluate.MetricKey;

/** In which order versions are found. Always a total one, so that a page begins where the last one ended. */
public sealed interface VersionOrder {

    /** The latest registration first, over all models. */
    record Newest() implements VersionOrder {}

    /** The earliest registration first, over all models. */
    record Oldest() implements VersionOrder {}

    /**
     * The highest value of a metric first, of equal ones the newest; finds only what has it.
     *
     * @param metric the metric
     */
    record Highest(MetricKey metric) implements VersionOrder {}

    /**
     * The lowest value of a metric first, of equal ones the oldest; finds only what has it.
     *
     * @param metric the metric
     */
    record Lowest(MetricKey metric) implements VersionOrder {}
}
