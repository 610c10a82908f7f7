package io.mlops4j.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

    private interface Reading {
        void add(OracleFolder folder, OracleEntries entries, String root, JsonNode json);
    }

    @TestFactory
    List<DynamicTest> binaryMetrics() {
        return entries(
                "metrics_binary", (folder, entries, root, json) -> new BinaryOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> multiClassMetrics() {
        return entries(
                "metrics_multiclass",
                (folder, entries, root, json) -> new MultiClassOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> regressionMetrics() {
        return entries(
                "metrics_regression",
                (folder, entries, root, json) -> new RegressionOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> multiLabelMetrics() {
        return entries("metrics_multilabel", (folder, entries, root, json) -> entries.notBuilt(root, json));
    }

    @TestFactory
    List<DynamicTest> rankingMetrics() {
        return entries("metrics_ranking", (folder, entries, root, json) -> entries.notBuilt(root, json));
    }

    @TestFactory
    List<DynamicTest> profiles() {
        return entries(
                "profiles", (folder, entries, root, json) -> new ProfileOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> driftOfNumbers() {
        return entries(
                "drift_numeric",
                (folder, entries, root, json) -> new NumericDriftOracles(folder, entries).add(root, json));
    }

    @TestFactory
    List<DynamicTest> driftOfCategories() {
        return entries(
                "drift_categorical",
                (folder, entries, root, json) -> new CategoryDriftOracles(folder, entries).add(root, json));
    }

    private static List<DynamicTest> entries(String root, Reading reading) {
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
            }
        } catch (IOException | RuntimeException e) {
            entries.test(root + " (unreadable)", () -> {
                throw e;
            });
        }
        return entries.tests();
    }
}
