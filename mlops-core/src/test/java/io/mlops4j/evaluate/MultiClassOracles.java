package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.ConfusionMatrix;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.evaluate.OracleEntries.Computed;
import io.mlops4j.evaluate.OracleEntries.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** {@code metrics_multiclass.json}: classes, and probabilities that are made to sum to 1 in each row. */
final class MultiClassOracles {

    private final OracleFolder folder;
    private final OracleEntries entries;

    MultiClassOracles(OracleFolder folder, OracleEntries entries) {
        this.folder = folder;
        this.entries = entries;
    }

    void add(String root, JsonNode json) {
        for (var one : OracleEntries.fields(json.path("cases"))) {
            JsonNode node = one.getValue();
            Computed<ClassificationOutcomes> outcomes = new Shared<>(() -> outcomes(node));
            for (var field : OracleEntries.fields(node)) {
                field(root + "/" + one.getKey() + "/" + field.getKey(), field.getKey(), field.getValue(), outcomes);
            }
        }
    }

    private ClassificationOutcomes outcomes(JsonNode node) throws Exception {
        OracleTable table = folder.table(node.path("file").asText());
        List<String> truth = table.text("y_true", "obs");
        List<String> predicted = table.text("y_pred", "pred");
        TreeSet<String> names = new TreeSet<>(truth);
        names.addAll(predicted);
        node.path("labels").forEach(label -> names.add(label.asText()));
        Classes classes = Classes.of(names, Optional.empty());
        return ClassificationOutcomes.of(
                ClassTruth.wrap(classes, codes(classes, truth)),
                codes(classes, predicted),
                probabilities(table, classes),
                Optional.empty());
    }

    private static int[] codes(Classes classes, List<String> labels) {
        return labels.stream()
                .mapToInt(label -> classes.find(label).orElseThrow())
                .toArray();
    }

    private static Optional<double[]> probabilities(OracleTable table, Classes classes) {
        List<double[]> columns = new ArrayList<>();
        for (String name : classes.names()) {
            if (!table.has("p_" + name) && !table.has(name)) {
                return Optional.empty();
            }
            columns.add(table.numbers(table.has("p_" + name) ? "p_" + name : name));
        }
        double[] probabilities = new double[table.rows() * columns.size()];
        for (int row = 0; row < table.rows(); row++) {
            double sum = 0; // not a stream's sum, which is compensated and tells ties apart
            for (double[] column : columns) {
                sum += column[row];
            }
            for (int label = 0; label < columns.size(); label++) {
                probabilities[row * columns.size() + label] = columns.get(label)[row] / sum;
            }
        }
        return Optional.of(probabilities);
    }

    private void field(String name, String field, JsonNode expected, Computed<ClassificationOutcomes> outcomes) {
        Optional<Metric<Classification>> metric = OracleMetrics.multiClass(field);
        if (metric.isPresent()) {
            entries.number(name, expected, () -> metric.get().compute(outcomes.get()));
            return;
        }
        switch (field) {
            case "n" ->
                entries.number(name, expected, () -> (double) outcomes.get().size());
            case "confusion_matrix" ->
                entries.test(name, () -> requireConfusion(expected, Confusion.counts(outcomes.get())));
            case "micro", "macro", "weighted" -> averaged(name, averaging(field).orElseThrow(), expected, outcomes);
            case "per_class" ->
                expected.properties()
                        .forEach(label ->
                                ofClass(name + "/" + label.getKey(), label.getKey(), label.getValue(), outcomes));
            case "roc_auc" ->
                expected.properties()
                        .forEach(kind -> rocAuc(name + "/" + kind.getKey(), kind.getKey(), kind.getValue(), outcomes));
            case "average_precision" ->
                expected.properties()
                        .forEach(kind -> averaged(
                                name + "/" + kind.getKey(),
                                kind.getKey(),
                                Metrics::averagePrecision,
                                kind.getValue(),
                                outcomes));
            case "roc_auc_per_class_ovr" ->
                expected.properties()
                        .forEach(label -> entries.number(
                                name + "/" + label.getKey(),
                                label.getValue(),
                                () -> Metrics.rocAuc(label.getKey()).compute(outcomes.get())));
            default -> entries.notBuilt(name, expected);
        }
    }

    /** An averaging that is built, or empty. */
    private static Optional<Averaging> averaging(String name) {
        return switch (name) {
            case "micro" -> Optional.of(Averaging.MICRO);
            case "macro" -> Optional.of(Averaging.MACRO);
            case "weighted" -> Optional.of(Averaging.WEIGHTED);
            default -> Optional.empty();
        };
    }

    private void averaged(
            String name,
            String averaging,
            Function<Averaging, Metric<Classification>> metric,
            JsonNode expected,
            Computed<ClassificationOutcomes> outcomes) {
        averaging(averaging)
                .ifPresentOrElse(
                        found -> entries.number(
                                name, expected, () -> metric.apply(found).compute(outcomes.get())),
                        () -> entries.notBuilt(name, expected));
    }

    private void averaged(
            String path, Averaging averaging, JsonNode expected, Computed<ClassificationOutcomes> outcomes) {
        for (var field : OracleEntries.fields(expected)) {
            String name = path + "/" + field.getKey();
            Optional<Metric<Classification>> metric = switch (field.getKey()) {
                case "precision" -> Optional.of(Metrics.precision(averaging));
                case "recall" -> Optional.of(Metrics.recall(averaging));
                case "f1" -> Optional.of(Metrics.f1(averaging));
                case "jaccard" -> Optional.of(Rates.jaccard(averaging));
                default -> Optional.empty();
            };
            metric.ifPresentOrElse(
                    found -> entries.number(name, field.getValue(), () -> found.compute(outcomes.get())),
                    () -> entries.notBuilt(name, field.getValue()));
        }
    }

    private void ofClass(String path, String label, JsonNode expected, Computed<ClassificationOutcomes> outcomes) {
        for (var field : OracleEntries.fields(expected)) {
            String name = path + "/" + field.getKey();
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "precision" ->
                    entries.number(name, value, () -> Metrics.precision(label).compute(outcomes.get()));
                case "recall" ->
                    entries.number(name, value, () -> Metrics.recall(label).compute(outcomes.get()));
                case "f1" -> entries.number(name, value, () -> Metrics.f1(label).compute(outcomes.get()));
                case "jaccard" ->
                    entries.number(name, value, () -> Rates.jaccard(label).compute(outcomes.get()));
                case "support" ->
                    entries.number(
                            name,
                            value,
                            () -> ClassCounts.of(
                                            outcomes.get(),
                                            outcomes.get().classes().find(label).orElseThrow())
                                    .support());
                default -> entries.notBuilt(name, value);
            }
        }
    }

    private void rocAuc(String name, String kind, JsonNode expected, Computed<ClassificationOutcomes> outcomes) {
        if (kind.startsWith("ovr_")) {
            averaged(name, kind.substring("ovr_".length()), Metrics::rocAuc, expected, outcomes);
        } else if (kind.startsWith("ovo_")) {
            averaged(name, kind.substring("ovo_".length()), Ranking::rocAucOneVersusOne, expected, outcomes);
        } else {
            entries.notBuilt(name, expected);
        }
    }

    private static void requireConfusion(JsonNode expected, ConfusionMatrix found) {
        List<List<Long>> counts = new ArrayList<>();
        expected.forEach(row -> {
            List<Long> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.longValue()));
            counts.add(cells);
        });
        assertThat(found.counts()).isEqualTo(counts);
    }
}
