package io.mlops4j.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.monitor.DriftTest.Result;
import io.mlops4j.drift.ContingencyTable;
import io.mlops4j.evaluate.DivergenceOracles.Counted;
import io.mlops4j.evaluate.OracleEntries.Computed;
import io.mlops4j.evaluate.OracleEntries.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/** {@code drift_categorical.json}: two samples of categories. */
final class CategoryDriftOracles {

    private static final String MISSING = "<missing>";

    private final OracleFolder folder;
    private final OracleEntries entries;

    CategoryDriftOracles(OracleFolder folder, OracleEntries entries) {
        this.folder = folder;
        this.entries = entries;
    }

    void add(String root, JsonNode json) {
        for (var oracle : OracleEntries.fields(json.path("cases"))) {
            Computed<OracleSamples> samples = new Shared<>(() -> OracleSamples.of(folder, oracle.getValue()));
            for (String kind : List.of("missing_dropped", "missing_as_category")) {
                JsonNode table = oracle.getValue().path(kind);
                List<String> categories = new ArrayList<>();
                table.path("categories").forEach(category -> categories.add(category.asText()));
                Computed<Counted> counts = new Shared<>(() -> new Counted(
                        counts(samples.get().reference(), categories),
                        counts(samples.get().current(), categories)));
                for (var field : OracleEntries.fields(table)) {
                    String name = root + "/" + oracle.getKey() + "/" + kind + "/" + field.getKey();
                    one(name, field.getKey(), field.getValue(), counts);
                }
            }
        }
    }

    private void one(String name, String field, JsonNode expected, Computed<Counted> counts) {
        switch (field) {
            case "categories", "new_in_cur", "gone_in_cur" -> {}
            case "ref_counts" ->
                entries.numbers(name, expected, () -> list(counts.get().reference()));
            case "cur_counts" ->
                entries.numbers(name, expected, () -> list(counts.get().current()));
            case "chi2_contingency" -> test(name, expected, counts, ContingencyTable::chiSquareTest);
            case "g_test_contingency" -> test(name, expected, counts, ContingencyTable::likelihoodRatioTest);
            case "chi2_goodness_of_fit_cur_vs_scaled_ref" ->
                test(name, expected, counts, ContingencyTable::goodnessOfFit);
            case "fisher_exact" -> test(name, expected, counts, ContingencyTable::fisherTest);
            case "cramers_v" ->
                entries.number(
                        name,
                        expected,
                        () -> ContingencyTable.cramersV(
                                counts.get().reference(), counts.get().current()));
            case "cramers_v_bias_corrected" ->
                entries.number(
                        name,
                        expected,
                        () -> ContingencyTable.unbiasedCramersV(
                                counts.get().reference(), counts.get().current()));
            default -> {
                if (!DivergenceOracles.add(entries, name, field, expected, counts)) {
                    entries.notBuilt(name, expected);
                }
            }
        }
    }

    private void test(String path, JsonNode json, Computed<Counted> counts, BiFunction<long[], long[], Result> test) {
        Computed<Result> result = new Shared<>(
                () -> test.apply(counts.get().reference(), counts.get().current()));
        for (var field : OracleEntries.fields(json)) {
            String name = path + "/" + field.getKey();
            switch (field.getKey()) {
                case "statistic", "odds_ratio" ->
                    entries.number(name, field.getValue(), () -> result.get().statistic());
                case "p" ->
                    entries.pValue(name, field.getValue(), () -> result.get().pValue());
                default -> entries.notBuilt(name, field.getValue());
            }
        }
    }

    private static long[] counts(List<String> cells, List<String> categories) {
        long[] counts = new long[categories.size()];
        for (String cell : cells) {
            int at = categories.indexOf(cell == null ? MISSING : cell);
            if (at >= 0) {
                counts[at]++;
            }
        }
        return counts;
    }

    private static List<Double> list(long[] counts) {
        return LongStream.of(counts).asDoubleStream().boxed().toList();
    }
}
