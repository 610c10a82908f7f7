package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.registry.VersionFacts;
import io.mlops4j.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of a version, as a row holds them. */
final class FactsJson {

    private FactsJson() {}

    static @Nullable String write(VersionFacts facts) {
        return facts.equals(VersionFacts.NONE)
                ? null
                : StoredJson.text(new JsonObject()
                        .with(
                                "columns",
                                facts.columns().stream().map(FactsJson::column).toList())
                        .with("metrics", metrics(facts.metrics()))
                        .with("lineage", facts.lineage()));
    }

    static VersionFacts read(@Nullable String text, String where) {
        return text == null
                ? VersionFacts.NONE
                : StoredJson.read(
                        text,
                        "its facts",
                        where,
                        json -> new VersionFacts(
                                StoredJson.list(json.path("columns"), FactsJson::column),
                                metrics(json.path("metrics")),
                                StoredJson.members(json.path("lineage"), StoredJson::value)));
    }

    private static JsonObject column(Column column) {
        return new JsonObject()
                .with("name", column.name())
                .with("type", column.type().name())
                .with("role", column.role().name())
                .with("nullable", column.nullable());
    }

    private static Column column(JsonNode json) {
        return new Column(
                StoredJson.string(json, "name"),
                ColumnType.valueOf(StoredJson.string(json, "type")),
                Role.valueOf(StoredJson.string(json, "role")),
                StoredJson.flag(json, "nullable"));
    }

    private static List<JsonObject> metrics(Map<MetricKey, Double> metrics) {
        SortedMap<String, JsonObject> sorted = new TreeMap<>();
        metrics.forEach((metric, value) -> {
            JsonObject members = metricMembers(metric);
            sorted.put(StoredJson.text(members), members.with("value", number(value)));
        });
        return List.copyOf(sorted.values());
    }

    /** A metric as one text, unlike that of any other. */
    static String metric(MetricKey metric) {
        return StoredJson.text(metricMembers(metric));
    }

    static JsonObject metricMembers(MetricKey metric) {
        return new JsonObject()
                .with("metric", metric.name())
                .with("label", metric.label().orElse(null))
                .with("averaging", metric.averaging().name());
    }

    static MetricKey metric(JsonNode json) {
        return new MetricKey(
                StoredJson.string(json, "metric"),
                json.path("label").isNull() ? Optional.empty() : Optional.of(StoredJson.string(json, "label")),
                Averaging.valueOf(StoredJson.string(json, "averaging")));
    }

    private static Map<MetricKey, Double> metrics(JsonNode json) {
        Map<MetricKey, Double> metrics = new HashMap<>();
        StoredJson.list(json, found -> metrics.put(metric(found), number(found.path("value"))));
        return metrics;
    }

    /** JSON has no NaN, no infinity, and no zero below zero. */
    static Object number(double value) {
        return Double.isFinite(value) && !Double.valueOf(value).equals(-0.0) ? value : Double.toString(value);
    }

    static double number(JsonNode json) {
        return json.isNumber() ? json.doubleValue() : Double.parseDouble(StoredJson.string(json));
    }
}
