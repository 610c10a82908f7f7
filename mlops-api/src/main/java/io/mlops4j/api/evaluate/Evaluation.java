package io.mlops4j.api.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was measured of one model on one set of test rows.
 *
 * @param rows how many test rows there were
 * @param measurements the numbers, those of all rows first
 * @param confusion how the classes were confused, or empty for a regression
 */
public record Evaluation(long rows, List<Measurement> measurements, Optional<ConfusionMatrix> confusion) {

    /** Copies the list. */
    public Evaluation {
        measurements = List.copyOf(measurements);
    }

    /**
     * Finds a measurement.
     *
     * @param metric what was measured
     * @param slice on which part, or empty for all rows
     * @return the measurement, or empty if it was not measured
     */
    public Optional<Measurement> find(MetricKey metric, Optional<Slice> slice) {
        return measurements.stream()
                .filter(found -> found.metric().equals(metric) && found.slice().equals(slice))
                .findFirst();
    }

    /**
     * The value of a metric on all rows.
     *
     * @param metric what was measured
     * @return the value
     * @throws IllegalArgumentException if it was not measured
     */
    public double value(MetricKey metric) {
        return find(metric, Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException(metric + " was not measured, only "
                        + measurements.stream()
                                .map(Measurement::metric)
                                .distinct()
                                .toList() + "."))
                .value();
    }

    /**
     * The value of a metric on all rows.
     *
     * @param metric the metric
     * @return the value
     * @throws IllegalArgumentException if it was not measured
     */
    public double value(Metric<?> metric) {
        return value(metric.key());
    }

    /**
     * The measurements of one part of the rows.
     *
     * @param slice the part
     * @return its measurements; empty if there is no such part
     */
    public List<Measurement> of(Slice slice) {
        return measurements.stream()
                .filter(found -> found.slice().equals(Optional.of(slice)))
                .toList();
    }
}
