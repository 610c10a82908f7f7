package io.mlops4j.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.monitor.DriftTest.Result;
import io.mlops4j.check.Quantiles;
import io.mlops4j.drift.KolmogorovSmirnov;
import io.mlops4j.drift.SampleDistance;
import io.mlops4j.drift.SampleTests;
import io.mlops4j.evaluate.DivergenceOracles.Counted;
import io.mlops4j.evaluate.OracleEntries.Computed;
import io.mlops4j.evaluate.OracleEntries.Shared;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** {@code drift_numeric.json}: two samples of numbers. */
final class NumericDriftOracles {

    /** As numpy.linspace rounds them: 0.1 · 6 is more than 0.6, which decides where a value on an edge belongs. */
    private static final double[] LEVELS =
            IntStream.range(1, 10).mapToDouble(i -> i * 0.1).toArray();

    private final OracleFolder folder;
    private final OracleEntries entries;

    NumericDriftOracles(OracleFolder folder, OracleEntries entries) {
        this.folder = folder;
        this.entries = entries;
    }

    void add(String root, JsonNode json) {
        for (var oracle : OracleEntries.fields(json.path("cases"))) {
            Computed<OracleSamples> samples = new Shared<>(() -> OracleSamples.of(folder, oracle.getValue()));
            for (var field : OracleEntries.fields(oracle.getValue())) {
                String name = root + "/" + oracle.getKey() + "/" + field.getKey();
                one(name, field.getKey(), field.getValue(), samples);
            }
        }
    }

    private void one(String name, String field, JsonNode expected, Computed<OracleSamples> samples) {
        switch (field) {
            case "data", "column", "epps_singleton_error" -> {}
            case "n_ref" ->
                entries.number(name, expected, () -> count(samples.get().references(), false));
            case "n_cur" ->
                entries.number(name, expected, () -> count(samples.get().currents(), false));
            case "missing_ref" ->
                entries.number(name, expected, () -> count(samples.get().references(), true));
            case "missing_cur" ->
                entries.number(name, expected, () -> count(samples.get().currents(), true));
            case "ks" -> kolmogorovSmirnov(name, expected, samples);
            case "mann_whitney" ->
                test(name, expected, samples, SampleTests::mannWhitney, "u_ref", "p_asymptotic_continuity");
            case "welch_t" -> test(name, expected, samples, SampleTests::welch, "t", "p");
            case "student_t" -> test(name, expected, samples, SampleTests::student, "t", "p");
            case "levene_median" -> test(name, expected, samples, SampleTests::levene, "w", "p");
            case "wasserstein" -> distance(name, expected, samples, SampleDistance::wasserstein);
            case "wasserstein_evidently" -> distance(name, expected, samples, SampleDistance::scaledWasserstein);
            case "energy_distance" -> distance(name, expected, samples, SampleDistance::energy);
            case "quantile_bins_10_left_closed" -> bins(name, expected, samples, true, true);
            case "quantile_bins_10_right_closed" -> bins(name, expected, samples, true, false);
            case "equal_width_bins_10_of_ref_left_closed" -> bins(name, expected, samples, false, true);
            default -> entries.notBuilt(name, expected);
        }
    }

    private static double count(double[] values, boolean missing) {
        return Arrays.stream(values)
                .filter(value -> !missing || Double.isNaN(value))
                .count();
    }

    private void kolmogorovSmirnov(String path, JsonNode json, Computed<OracleSamples> samples) {
        Computed<KolmogorovSmirnov> test = new Shared<>(() ->
                KolmogorovSmirnov.of(samples.get().references(), samples.get().currents()));
        for (var field : OracleEntries.fields(json)) {
            String name = path + "/" + field.getKey();
            JsonNode expected = field.getValue();
            switch (field.getKey()) {
                case "statistic" ->
                    entries.number(name, expected, () -> test.get().statistic());
                case "location" ->
                    entries.number(name, expected, () -> test.get().location());
                case "sign" ->
                    entries.number(name, expected, () -> (double) test.get().sign());
                case "p_exact" ->
                    entries.pValue(name, expected, () -> test.get().exactP());
                case "p_kolmogorov_limit" ->
                    entries.pValue(name, expected, () -> test.get().limitP());
                default -> entries.notBuilt(name, expected);
            }
        }
    }

    private void test(
            String path,
            JsonNode json,
            Computed<OracleSamples> samples,
            BiFunction<double[], double[], Result> test,
            String statistic,
            String p) {
        Computed<Result> result = new Shared<>(
                () -> test.apply(samples.get().references(), samples.get().currents()));
        for (var field : OracleEntries.fields(json)) {
            String name = path + "/" + field.getKey();
            if (field.getKey().equals(statistic)) {
                entries.number(name, field.getValue(), () -> result.get().statistic());
            } else if (field.getKey().equals(p)) {
                entries.pValue(name, field.getValue(), () -> result.get().pValue());
            } else {
                entries.notBuilt(name, field.getValue());
            }
        }
    }

    private void distance(
            String name,
            JsonNode expected,
            Computed<OracleSamples> samples,
            BiFunction<double[], double[], Double> distance) {
        entries.number(
                name,
                expected,
                () -> distance.apply(samples.get().references(), samples.get().currents()));
    }

    private void bins(
            String path, JsonNode json, Computed<OracleSamples> samples, boolean quantiles, boolean leftClosed) {
        List<Double> given = OracleEntries.numbers(json.get("inner_edges"));
        Computed<double[]> edges = new Shared<>(() -> quantiles
                ? Quantiles.edges(present(samples.get().references()), LEVELS)
                : given.stream().mapToDouble(Double::doubleValue).toArray());
        Computed<Counted> counts = new Shared<>(() -> new Counted(
                counts(samples.get().references(), edges.get(), leftClosed),
                counts(samples.get().currents(), edges.get(), leftClosed)));
        for (var field : OracleEntries.fields(json)) {
            String name = path + "/" + field.getKey();
            JsonNode expected = field.getValue();
            switch (field.getKey()) {
                case "inner_edges" -> {
                    if (quantiles) {
                        entries.numbers(name, expected, () -> list(edges.get()));
                    } else {
                        entries.notBuilt(name, expected);
                    }
                }
                case "ref" ->
                    entries.numbers(name, expected, () -> list(counts.get().referenceShares()));
                case "cur" ->
                    entries.numbers(name, expected, () -> list(counts.get().currentShares()));
                default -> {
                    if (!DivergenceOracles.add(entries, name, field.getKey(), expected, counts)) {
                        entries.notBuilt(name, expected);
                    }
                }
            }
        }
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static long[] counts(double[] values, double[] edges, boolean leftClosed) {
        long[] counts = new long[edges.length + 1];
        for (double value : present(values)) {
            counts[
                    (int) Arrays.stream(edges)
                            .filter(edge -> leftClosed ? edge <= value : edge < value)
                            .count()]++;
        }
        return counts;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
