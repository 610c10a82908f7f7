package io.mlops4j.api.registry;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.evaluate.MetricKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How two versions differ in their input, their lineage and their metrics; what is equal is left out, but for the metrics.
 *
 * @param first one version
 * @param second the other
 * @param columns the columns that differ, by name
 * @param lineage what differs in parameters, data and libraries, by path such as {@code trainer.parameters.epochs}
 * @param metrics all metrics of both, equal or not, by name
 */
public record VersionComparison(
        ModelVersion first,
        ModelVersion second,
        List<Difference<Column>> columns,
        List<Difference<Object>> lineage,
        List<Difference<Double>> metrics) {

    /** Copies the lists. */
    public VersionComparison {
        columns = List.copyOf(columns);
        lineage = List.copyOf(lineage);
        metrics = List.copyOf(metrics);
    }

    /**
     * One thing in both versions.
     *
     * @param name what it is
     * @param first what the first version has, or empty
     * @param second what the second version has, or empty
     * @param <T> what kind of thing
     */
    public record Difference<T>(String name, Optional<T> first, Optional<T> second) {

        @Override
        public String toString() {
            return name + ": " + first.map(Object::toString).orElse("none") + " → "
                    + second.map(Object::toString).orElse("none");
        }
    }

    /**
     * Compares two versions, of one model or of two.
     *
     * @param first one
     * @param second the other
     * @return how they differ
     */
    public static VersionComparison of(ModelVersion first, ModelVersion second) {
        return new VersionComparison(
                first,
                second,
                unequal(all(columns(first), columns(second))),
                unequal(all(lineage(first), lineage(second))),
                all(metrics(first), metrics(second)));
    }

    private static Map<String, Column> columns(ModelVersion version) {
        Map<String, Column> columns = new TreeMap<>();
        version.facts().columns().forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    private static Map<String, Double> metrics(ModelVersion version) {
        Map<String, Double> metrics = new TreeMap<>();
        version.facts().metrics().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach((Map.Entry<MetricKey, Double> entry) ->
                        metrics.put(entry.getKey().toString(), entry.getValue()));
        return metrics;
    }

    private static Map<String, Object> lineage(ModelVersion version) {
        Map<String, Object> flat = new TreeMap<>();
        flatten("", version.facts().lineage(), flat);
        return flat;
    }

    private static void flatten(String path, Map<?, ?> members, Map<String, Object> flat) {
        members.forEach((key, value) -> {
            String inner = path.isEmpty() ? String.valueOf(key) : path + "." + key;
            if (value instanceof Map<?, ?> deeper) {
                flatten(inner, deeper, flat);
            } else {
                flat.put(inner, value);
            }
        });
    }

    private static <T> List<Difference<T>> all(Map<String, T> first, Map<String, T> second) {
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        List<Difference<T>> all = new ArrayList<>();
        for (String name : names) {
            all.add(new Difference<>(
                    name, Optional.ofNullable(first.get(name)), Optional.ofNullable(second.get(name))));
        }
        return all;
    }

    private static <T> List<Difference<T>> unequal(List<Difference<T>> all) {
        return all.stream().filter(one -> !one.first().equals(one.second())).toList();
    }
}
