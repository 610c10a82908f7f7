package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.evaluate.OracleEntries.Computed;
import io.mlops4j.evaluate.OracleEntries.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code metrics_binary.json}: scores of one class, a threshold, weights, groups. */
final class BinaryOracles {

    private static final Classes CLASSES = Classes.of(List.of("0", "1"), Optional.of("1"));
    private static final Pattern TABLE = Pattern.compile("calibration_table_(\\d+)_equal_width");
    private static final Pattern WEIGHTED = Pattern.compile("weighted(?:_by_(\\w+?))?(?:_threshold_\\d+(?:_\\d+)?)?");
    private static final Pattern THRESHOLD = Pattern.compile("(?:.*_)?threshold_(\\d+(?:_\\d+)?)");
    private static final Set<String> CURVE_PARTS = Set.of("fpr", "tpr", "recall", "precision", "thresholds");
    private static final double USUAL = 0.5;

    private final OracleFolder folder;
    private final OracleEntries entries;

    BinaryOracles(OracleFolder folder, OracleEntries entries) {
        this.folder = folder;
        this.entries = entries;
    }

    void add(String root, JsonNode json) {
        for (var one : OracleEntries.fields(json.path("cases"))) {
            String file = one.getValue().path("file").asText();
            for (var variant : OracleEntries.fields(one.getValue())) {
                String name = root + "/" + one.getKey() + "/" + variant.getKey();
                Matcher weighted = WEIGHTED.matcher(variant.getKey());
                if (variant.getKey().equals("groups")) {
                    variant.getValue()
                            .properties()
                            .forEach(group ->
                                    groups(name + "/" + group.getKey(), group.getValue(), file, group.getKey()));
                } else if (weighted.matches()) {
                    String column = Optional.ofNullable(weighted.group(1)).orElse("weight");
                    variant(name, variant, file, Optional.of(column));
                } else if (variant.getKey().equals("unweighted")
                        || THRESHOLD.matcher(variant.getKey()).matches()) {
                    variant(name, variant, file, Optional.empty());
                } else {
                    entries.notBuilt(name, variant.getValue());
                }
            }
        }
    }

    private void variant(String name, Map.Entry<String, JsonNode> variant, String file, Optional<String> weights) {
        double threshold = threshold(variant);
        Computed<ClassificationOutcomes> outcomes =
                new Shared<>(() -> outcomes(folder.table(file), threshold, weights));
        for (var field : OracleEntries.fields(variant.getValue())) {
            field(name + "/" + field.getKey(), field.getKey(), field.getValue(), outcomes);
        }
    }

    private static double threshold(Map.Entry<String, JsonNode> variant) {
        Matcher named = THRESHOLD.matcher(variant.getKey());
        double usual = named.matches() ? Double.parseDouble(named.group(1).replace('_', '.')) : USUAL;
        return variant.getValue().path("threshold").asDouble(usual);
    }

    private static ClassificationOutcomes outcomes(OracleTable table, double threshold, Optional<String> weights) {
        double[] truth = table.numbers("y_true");
        double[] scores = table.numbers("y_score");
        int[] codes = new int[truth.length];
        int[] predicted = new int[truth.length];
        double[] probabilities = new double[2 * truth.length];
        for (int row = 0; row < truth.length; row++) {
            codes[row] = truth[row] == 1 ? 1 : 0;
            predicted[row] = scores[row] >= threshold ? 1 : 0;
            probabilities[2 * row] = 1 - scores[row];
            probabilities[2 * row + 1] = scores[row];
        }
        return ClassificationOutcomes.of(
                ClassTruth.wrap(CLASSES, codes), predicted, Optional.of(probabilities), weights.map(table::numbers));
    }

    private void field(String name, String field, JsonNode expected, Computed<ClassificationOutcomes> outcomes) {
        Optional<Metric<Classification>> metric = OracleMetrics.binary(field);
        Matcher table = TABLE.matcher(field);
        if (metric.isPresent()) {
            entries.number(name, expected, () -> metric.get().compute(outcomes.get()));
        } else if (table.matches()) {
            int bins = Integer.parseInt(table.group(1));
            entries.test(name, () -> requireTable(expected, Calibration.table(outcomes.get(), "1", bins)));
        } else if (field.equals("best_f1") || field.equals("youden")) {
            best(name, field, expected, outcomes);
        } else if (field.equals("roc_curve") || field.equals("pr_curve")) {
            curve(name, field.equals("roc_curve"), expected, outcomes);
        } else {
            count(name, field, expected, outcomes);
        }
    }

    private void count(String name, String field, JsonNode expected, Computed<ClassificationOutcomes> outcomes) {
        switch (field) {
            case "n" ->
                entries.number(name, expected, () -> (double) outcomes.get().size());
            case "positives" -> entries.number(name, expected, () -> positives(outcomes.get()));
            case "base_rate" ->
                entries.number(
                        name,
                        expected,
                        () -> positives(outcomes.get()) / outcomes.get().size());
            case "tn" -> entries.number(name, expected, () -> Confusion.weights(outcomes.get())[0][0]);
            case "fp" -> entries.number(name, expected, () -> Confusion.weights(outcomes.get())[0][1]);
            case "fn" -> entries.number(name, expected, () -> Confusion.weights(outcomes.get())[1][0]);
            case "tp" -> entries.number(name, expected, () -> Confusion.weights(outcomes.get())[1][1]);
            default -> entries.notBuilt(name, expected);
        }
    }

    private static double positives(ClassificationOutcomes outcomes) {
        return Confusion.counts(outcomes).counts().get(1).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void best(String name, String field, JsonNode expected, Computed<ClassificationOutcomes> outcomes) {
        boolean f1 = field.equals("best_f1");
        for (var part : OracleEntries.fields(expected)) {
            String partName = name + "/" + part.getKey();
            switch (part.getKey()) {
                case "f1" ->
                    entries.number(
                            partName, part.getValue(), () -> Ranking.bestF1().compute(outcomes.get()));
                case "j" ->
                    entries.number(
                            partName, part.getValue(), () -> Ranking.youden().compute(outcomes.get()));
                default -> entries.notBuilt(partName, part.getValue());
            }
        }
        if (expected.has("threshold")) {
            entries.number(name + "/threshold", expected.get("threshold"), () -> {
                Curve curve = Curve.of(outcomes.get(), "1");
                return f1
                        ? curve.bestF1().threshold()
                        : nowhere(curve, curve.bestYouden().threshold());
            });
        }
    }

    /** scikit-learn 1.2 writes the highest score plus 1 for the threshold that nothing reaches. */
    private static double nowhere(Curve curve, double threshold) {
        return Double.isInfinite(threshold) ? curve.points().get(0).threshold() + 1 : threshold;
    }

    private void curve(String name, boolean roc, JsonNode expected, Computed<ClassificationOutcomes> outcomes) {
        for (var part : OracleEntries.fields(expected)) {
            String partName = name + "/" + part.getKey();
            if (CURVE_PARTS.contains(part.getKey())) {
                entries.numbers(
                        partName, part.getValue(), () -> points(Curve.of(outcomes.get(), "1"), roc, part.getKey()));
            } else {
                entries.notBuilt(partName, part.getValue());
            }
        }
    }

    private static List<Double> points(Curve curve, boolean roc, String part) {
        List<Double> points = new ArrayList<>(curve.points().stream()
                .map(point -> switch (part) {
                    case "fpr" -> point.falsePositiveRate();
                    case "tpr", "recall" -> point.recall();
                    case "precision" -> point.precision();
                    case "thresholds" -> point.threshold();
                    default -> throw new IllegalArgumentException("A curve has no " + part + ".");
                })
                .toList());
        if (roc) {
            points.add(0, part.equals("thresholds") ? nowhere(curve, Double.POSITIVE_INFINITY) : 0.0);
        } else {
            java.util.Collections.reverse(points);
            if (!part.equals("thresholds")) {
                points.add(part.equals("precision") ? 1.0 : 0.0);
            }
        }
        return points;
    }

    private static void requireTable(JsonNode expected, List<Calibration.Bin> found) {
        assertThat(found).hasSize(expected.size());
        for (int i = 0; i < found.size(); i++) {
            JsonNode bin = expected.get(i);
            assertThat(found.get(i).bin()).isEqualTo(bin.get("bin").intValue());
            assertThat(found.get(i).rows()).isEqualTo(bin.get("count").longValue());
            OracleEntries.requireClose(
                    OracleEntries.number(bin.get("mean_score")), found.get(i).meanScore());
            OracleEntries.requireClose(
                    OracleEntries.number(bin.get("positive_rate")), found.get(i).positiveRate());
        }
    }

    private void groups(String name, JsonNode json, String file, String column) {
        Computed<ClassificationOutcomes> outcomes =
                new Shared<>(() -> outcomes(folder.table(file), USUAL, Optional.empty()));
        Computed<Dataset> rows = new Shared<>(() -> column(folder.table(file), column));
        for (var group : json.path("by_group").properties()) {
            Computed<ClassificationOutcomes> part = new Shared<>(() ->
                    outcomes.get().select(Slices.of(rows.get(), column).get(new Slice(column, group.getKey()))));
            for (var field : OracleEntries.fields(group.getValue())) {
                String path = name + "/by_group/" + group.getKey() + "/" + field.getKey();
                field(path, field.getKey(), field.getValue(), part);
            }
        }
        Metric<Classification> selected = Rates.selectionRate("1");
        Metric<Classification> recall = Metrics.recall("1");
        Metric<Classification> falseAlarms = Rates.falsePositiveRate("1");
        Computed<Evaluation> evaluation = new Shared<>(() -> Evaluator.of(List.of(selected, recall, falseAlarms))
                .slicedBy(List.of(column))
                .evaluate(outcomes.get(), rows.get()));
        for (var field : OracleEntries.fields(json)) {
            String path = name + "/" + field.getKey();
            JsonNode expected = field.getValue();
            switch (field.getKey()) {
                case "by_group" -> {}
                case "demographic_parity_difference" ->
                    entries.number(
                            path,
                            expected,
                            () -> gap(evaluation, selected, column).difference());
                case "demographic_parity_ratio" ->
                    entries.number(
                            path,
                            expected,
                            () -> gap(evaluation, selected, column).ratio());
                case "equal_opportunity_difference" ->
                    entries.number(
                            path,
                            expected,
                            () -> gap(evaluation, recall, column).difference());
                case "equalized_odds_difference" ->
                    entries.number(
                            path,
                            expected,
                            () -> Math.max(
                                    gap(evaluation, recall, column).difference(),
                                    gap(evaluation, falseAlarms, column).difference()));
                default -> entries.notBuilt(path, expected);
            }
        }
    }

    private static Disparity gap(Computed<Evaluation> evaluation, Metric<?> metric, String column) throws Exception {
        return Disparity.between(evaluation.get(), metric, column);
    }

    private static Dataset column(OracleTable table, String column) {
        List<String> cells = table.text(column);
        TreeSet<String> names = new TreeSet<>();
        cells.stream().filter(java.util.Objects::nonNull).forEach(names::add);
        Dictionary dictionary = Dictionary.of(List.copyOf(names));
        int[] codes = cells.stream().mapToInt(dictionary::code).toArray();
        return Dataset.of(
                Schema.of("rows", Column.of(column, ColumnType.CATEGORICAL).nullable(true)),
                List.of(CategoricalValues.wrap(codes, dictionary)));
    }
}
