package io.mlops4j.bundle;

import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.ConfusionMatrix;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Interval;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.json.JsonObject;

/** What was measured of the model; a metric that is not defined is NaN and therefore null. */
final class EvaluationPart {

    private EvaluationPart() {}

    static JsonObject encode(Evaluation evaluation) {
        return new JsonObject()
                .with("rows", evaluation.rows())
                .with(
                        "measurements",
                        evaluation.measurements().stream()
                                .map(EvaluationPart::measurement)
                                .toList())
                .with(
                        "confusion",
                        evaluation.confusion().map(EvaluationPart::confusion).orElse(null));
    }

    static Evaluation decode(JsonValue json) {
        json.withKeys("confusion", "measurements", "rows");
        return new Evaluation(
                json.get("rows").count(),
                json.get("measurements").list(EvaluationPart::measurement),
                json.get("confusion").optional(EvaluationPart::confusion));
    }

    private static JsonObject measurement(Measurement measured) {
        return new JsonObject()
                .with(
                        "metric",
                        new JsonObject()
                                .with("name", measured.metric().name())
                                .with("label", measured.metric().label().orElse(null))
                                .with(
                                        "averaging",
                                        JsonValue.constantText(measured.metric().averaging())))
                .with("slice", measured.slice().map(EvaluationPart::slice).orElse(null))
                .with("value", ExactNumber.encode(measured.value()))
                .with(
                        "interval",
                        measured.interval().map(EvaluationPart::interval).orElse(null))
                .with("rows", measured.rows());
    }

    private static Measurement measurement(JsonValue json) {
        json.withKeys("interval", "metric", "rows", "slice", "value");
        return new Measurement(
                metric(json.get("metric").withKeys("averaging", "label", "name")),
                json.get("slice").optional(EvaluationPart::slice),
                ExactNumber.decode(json.get("value")),
                json.get("interval").optional(EvaluationPart::interval),
                json.get("rows").count());
    }

    private static MetricKey metric(JsonValue json) {
        return new MetricKey(
                json.get("name").text(),
                json.get("label").optional(JsonValue::text),
                json.get("averaging").constant(Averaging.class));
    }

    private static JsonObject slice(Slice slice) {
        return new JsonObject().with("column", slice.column()).with("value", slice.value());
    }

    private static Slice slice(JsonValue json) {
        json.withKeys("column", "value");
        return new Slice(json.get("column").text(), json.get("value").text());
    }

    private static JsonObject interval(Interval interval) {
        return new JsonObject()
                .with("lower", ExactNumber.encode(interval.lower()))
                .with("upper", ExactNumber.encode(interval.upper()))
                .with("level", ExactNumber.encode(interval.level()));
    }

    private static Interval interval(JsonValue json) {
        json.withKeys("level", "lower", "upper");
        return new Interval(
                ExactNumber.decode(json.get("lower")),
                ExactNumber.decode(json.get("upper")),
                ExactNumber.decode(json.get("level")));
    }

    private static JsonObject confusion(ConfusionMatrix matrix) {
        return new JsonObject().with("labels", matrix.labels()).with("counts", matrix.counts());
    }

    private static ConfusionMatrix confusion(JsonValue json) {
        json.withKeys("counts", "labels");
        return new ConfusionMatrix(
                json.get("labels").list(JsonValue::text), json.get("counts").list(row -> row.list(JsonValue::count)));
    }
}
