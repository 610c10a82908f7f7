package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.check.Profiler;
import io.mlops4j.evaluate.OracleEntries.Computed;
import io.mlops4j.evaluate.OracleEntries.Shared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code profiles.json}: what the columns of data sets look like, and how they correlate. */
final class ProfileOracles {

    private final OracleFolder folder;
    private final OracleEntries entries;

    ProfileOracles(OracleFolder folder, OracleEntries entries) {
        this.folder = folder;
        this.entries = entries;
    }

    void add(String root, JsonNode json) {
        for (var file : OracleEntries.fields(json.path("files"))) {
            Computed<OracleTable> table = new Shared<>(() -> folder.table(file.getKey()));
            for (var field : OracleEntries.fields(file.getValue())) {
                String name = root + "/" + file.getKey() + "/" + field.getKey();
                JsonNode expected = field.getValue();
                switch (field.getKey()) {
                    case "rows" ->
                        entries.number(
                                name, expected, () -> (double) table.get().rows());
                    case "columns" ->
                        expected.properties().forEach(column -> column(name + "/" + column.getKey(), column, table));
                    case "pearson_pairwise_complete" -> matrix(name, expected, table, Correlations.pearson());
                    case "spearman_pairwise_complete" -> matrix(name, expected, table, Correlations.spearman());
                    default -> entries.notBuilt(name, expected);
                }
            }
        }
    }

    private void column(String path, Map.Entry<String, JsonNode> column, Computed<OracleTable> table) {
        JsonNode expected = column.getValue();
        Computed<ColumnProfile> profile = new Shared<>(() -> profile(table.get(), column.getKey(), expected));
        for (var field : OracleEntries.fields(expected)) {
            String name = path + "/" + field.getKey();
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "type" ->
                    entries.test(name, () -> assertThat(type(profile.get())).isEqualTo(value.asText()));
                case "missing" ->
                    entries.number(name, value, () -> (double) profile.get().missing());
                case "distinct" ->
                    entries.number(name, value, () -> (double) profile.get().distinct());
                case "quantiles_type7" -> quantiles(name, value, profile);
                case "top5" -> entries.test(name, () -> requireTop(value, (CategoryProfile) profile.get()));
                default ->
                    statistic(field.getKey())
                            .ifPresentOrElse(
                                    statistic -> entries.number(
                                            name, value, () -> statistic.of((NumericProfile) profile.get())),
                                    () -> entries.notBuilt(name, value));
            }
        }
    }

    private interface Statistic {
        double of(NumericProfile profile);
    }

    private static Optional<Statistic> statistic(String field) {
        return switch (field) {
            case "mean" -> Optional.of(NumericProfile::mean);
            case "std_ddof1" -> Optional.of(NumericProfile::deviation);
            case "min" -> Optional.of(NumericProfile::min);
            case "max" -> Optional.of(NumericProfile::max);
            case "skew_biased" -> Optional.of(NumericProfile::skewness);
            case "kurtosis_excess_biased" -> Optional.of(NumericProfile::kurtosis);
            case "zeros" -> Optional.of(NumericProfile::zeros);
            default -> Optional.empty();
        };
    }

    private void quantiles(String path, JsonNode expected, Computed<ColumnProfile> profile) {
        for (var quantile : OracleEntries.fields(expected)) {
            String name = path + "/" + quantile.getKey();
            double level = Double.parseDouble(quantile.getKey());
            if (NumericProfile.LEVELS.contains(level)) {
                entries.number(name, quantile.getValue(), () -> ((NumericProfile) profile.get()).quantile(level));
            } else {
                entries.notBuilt(name, quantile.getValue());
            }
        }
    }

    private static String type(ColumnProfile profile) {
        return profile instanceof NumericProfile ? "numeric" : "categorical";
    }

    private static void requireTop(JsonNode expected, CategoryProfile profile) {
        Map<String, Long> top = new LinkedHashMap<>();
        expected.properties()
                .forEach(entry -> top.put(entry.getKey(), entry.getValue().longValue()));
        Map<String, Long> found = new LinkedHashMap<>();
        profile.counts().entrySet().stream()
                .limit(top.size())
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        assertThat(List.copyOf(found.entrySet())).isEqualTo(List.copyOf(top.entrySet()));
    }

    private static ColumnProfile profile(OracleTable table, String column, JsonNode expected) {
        boolean numeric = expected.path("type").asText().equals("numeric");
        Values values = numeric ? NumericValues.wrap(table.numbers(column)) : categories(table.text(column), expected);
        ColumnType type = numeric ? ColumnType.NUMERIC : ColumnType.CATEGORICAL;
        Dataset rows = Dataset.of(Schema.of("rows", Column.of(column, type).nullable(true)), List.of(values));
        return Profiler.profile(rows).columns().get(0);
    }

    private static Values categories(List<String> cells, JsonNode expected) {
        List<String> top = new ArrayList<>();
        expected.path("top5").fieldNames().forEachRemaining(top::add);
        boolean flags = !top.isEmpty() && List.of("True", "False").containsAll(top); // as pandas writes true and false
        List<String> texts = flags ? cells.stream().map(ProfileOracles::flag).toList() : cells;
        Dictionary dictionary =
                Dictionary.of(texts.stream().filter(Objects::nonNull).distinct().toList());
        return CategoricalValues.wrap(texts.stream().mapToInt(dictionary::code).toArray(), dictionary);
    }

    private static String flag(String cell) {
        return cell == null ? null : cell.toLowerCase(Locale.ROOT).equals("true") ? "True" : "False";
    }

    private void matrix(String name, JsonNode expected, Computed<OracleTable> table, Metric<Regression> metric) {
        List<String> columns = new ArrayList<>();
        expected.path("columns").forEach(column -> columns.add(column.asText()));
        entries.numbers(name, expected.path("matrix"), () -> {
            List<Double> cells = new ArrayList<>();
            for (String left : columns) {
                for (String right : columns) {
                    cells.add(correlation(table.get().numbers(left), table.get().numbers(right), metric));
                }
            }
            return cells;
        });
    }

    private static double correlation(double[] left, double[] right, Metric<Regression> metric) {
        int[] complete = IntStream.range(0, left.length)
                .filter(row -> !Double.isNaN(left[row]) && !Double.isNaN(right[row]))
                .toArray();
        return metric.compute(RegressionOutcomes.of(NumberTruth.wrap(left), right, Optional.empty())
                .select(complete));
    }
}
