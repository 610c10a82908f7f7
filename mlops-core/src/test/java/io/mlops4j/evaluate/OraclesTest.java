package io.mlops4j.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * Compares metrics, profiles and drift statistics with values that scikit-learn, scipy and pandas computed: one test for each value, reported
 * as skipped by name where nothing here computes it.
 *
 * <p>{@code -Doracles=DIR} takes any other folder of the same layout.
 */
class OraclesTest {

    /** The part of a file of which nothing is built. */
    private static final String NOTHING = "";

    private interface Reading {
        void add(OracleFolder folder, OracleEntries entries, String root, JsonNode json);
    }

    @TestFactory
    List<DynamicTest> binaryMetrics() {
        return entries(
                "metrics_binary",
                "cases",
                (folder, entries, root, json) -> new BinaryOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> multiClassMetrics() {
        return entries(
                "metrics_multiclass",
                "cases",
                (folder, entries, root, json) -> new MultiClassOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> regressionMetrics() {
        return entries(
                "metrics_regression",
                "cases",
                (folder, entries, root, json) -> new RegressionOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> multiLabelMetrics() {
        return entries("metrics_multilabel", NOTHING, (folder, entries, root, json) -> {});
    }

    @TestFactory
    List<DynamicTest> rankingMetrics() {
        return entries("metrics_ranking", NOTHING, (folder, entries, root, json) -> {});
    }

    /** Files of metrics that nothing here knows. */
    @TestFactory
    List<DynamicTest> otherMetrics() throws IOException {
        Set<String> known = Set.of(
                "metrics_binary", "metrics_multiclass", "metrics_regression", "metrics_multilabel", "metrics_ranking");
        return OracleFolder.open().names("metrics_").stream()
                .filter(root -> !known.contains(root))
                .flatMap(root -> entries(root, NOTHING, (folder, entries, name, json) -> {}).stream())
                .toList();
    }

    @TestFactory
    List<DynamicTest> profiles() {
        return entries(
                "profiles",
                "files",
                (folder, entries, root, json) -> new ProfileOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> driftOfNumbers() {
        return entries(
                "drift_numeric",
                "cases",
                (folder, entries, root, json) -> new NumericDriftOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> driftOfCategories() {
        return entries(
                "drift_categorical",
                "cases",
                (folder, entries, root, json) -> new CategoryDriftOracles(folder, entries).add(root, json));
    }

    /**
     * One test a value.
     *
     * @param root the name of the file
     * @param read which part of the file the reading reads; the others are not built
     * @param reading makes tests of it
     */
    private static List<DynamicTest> entries(String root, String read, Reading reading) {
        OracleEntries entries = new OracleEntries();
        OracleFolder folder = OracleFolder.open();
        try {
            Optional<JsonNode> json = folder.json(root + ".json");
            if (json.isEmpty()) {
                entries.test(root, () -> {
                    throw new TestAbortedException("The folder has no " + root + ".json.");
                });
            } else {
                reading.add(folder, entries, root, json.get());
                for (var part : OracleEntries.fields(json.get())) {
                    if (!part.getKey().equals(read)) {
                        entries.notBuilt(root + "/" + part.getKey(), part.getValue());
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            entries.test(root + " (unreadable)", () -> {
                throw e;
            });
        }
        return entries.tests();
    }
}
