package io.mlops4j.api.registry;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.MetricKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a bundle says of itself, beside its version so that it can be found and compared without opening it. Made by
 * {@link #of} so that it cannot contradict the bundle.
 *
 * @param columns the columns that a row must have
 * @param metrics what was measured on all test rows; NaN where a metric is not defined
 * @param lineage data fingerprints, parameters and library versions, as the bundle has them
 */
public record VersionFacts(List<Column> columns, Map<MetricKey, Double> metrics, Map<String, Object> lineage) {

    /** Nothing is known, as of versions that were registered without their facts. */
    public static final VersionFacts NONE = new VersionFacts(List.of(), Map.of(), Map.of());

    /** Copies the collections. */
    public VersionFacts {
        columns = List.copyOf(columns);
        metrics = Map.copyOf(metrics);
        lineage = Map.copyOf(lineage);
    }

    /**
     * The facts of a bundle.
     *
     * @param bundle a verified bundle
     * @return its facts
     */
    public static VersionFacts of(Bundle bundle) {
        Map<MetricKey, Double> metrics = new LinkedHashMap<>();
        bundle.evaluation().measurements().stream()
                .filter(measured -> measured.slice().isEmpty())
                .forEach((Measurement measured) -> metrics.put(measured.metric(), measured.value()));
        return new VersionFacts(bundle.input().columns(), metrics, bundle.lineage());
    }

    /**
     * A metric on all test rows.
     *
     * @param metric what was measured
     * @return the value, which is never NaN; or empty if it was not measured or is not defined
     */
    public OptionalDouble metric(MetricKey metric) {
        Double value = metrics.get(metric);
        return value == null || value.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Which rows it learned from.
     *
     * @return the fingerprint of the training rows, or empty if it is not known
     */
    public Optional<String> trainingData() {
        return lineage.get("training_data") instanceof Map<?, ?> data && data.get("fingerprint") instanceof String found
                ? Optional.of(found)
                : Optional.empty();
    }
}
