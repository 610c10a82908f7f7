package io.mlops4j.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.evaluate.OracleEntries.Computed;
import io.mlops4j.evaluate.OracleEntries.Shared;
import java.util.Optional;

/** {@code metrics_regression.json}: numbers, with weights and without. */
final class RegressionOracles {

    private final OracleFolder folder;
    private final OracleEntries entries;

    RegressionOracles(OracleFolder folder, OracleEntries entries) {
        this.folder = folder;
        this.entries = entries;
    }

    void add(String root, JsonNode json) {
        for (var one : OracleEntries.fields(json.path("cases"))) {
            String file = one.getValue().path("file").asText();
            for (var variant : OracleEntries.fields(one.getValue())) {
                String name = root + "/" + one.getKey() + "/" + variant.getKey();
                if (variant.getKey().equals("unweighted")) {
                    variant(name, variant.getValue(), file, Optional.empty());
                } else if (variant.getKey().equals("weighted")) {
                    variant(name, variant.getValue(), file, Optional.of("weight"));
                } else if (variant.getKey().startsWith("weighted_by_")) {
                    String column = variant.getKey().substring("weighted_by_".length());
                    variant(name, variant.getValue(), file, Optional.of(column));
                } else {
                    entries.notBuilt(name, variant.getValue());
                }
            }
        }
    }

    private void variant(String path, JsonNode expected, String file, Optional<String> weights) {
        Computed<RegressionOutcomes> outcomes = new Shared<>(() -> outcomes(folder.table(file), weights));
        for (var field : OracleEntries.fields(expected)) {
            String name = path + "/" + field.getKey();
            JsonNode value = field.getValue();
            Optional<Metric<Regression>> metric = OracleMetrics.regression(field.getKey());
            if (metric.isPresent()) {
                entries.number(name, value, () -> metric.get().compute(outcomes.get()));
            } else if (field.getKey().equals("n")) {
                entries.number(name, value, () -> (double) outcomes.get().size());
            } else if (field.getKey().equals("mean_error_true_minus_pred")) {
                entries.number(name, value, () -> -Deviances.meanError().compute(outcomes.get()));
            } else {
                entries.notBuilt(name, value);
            }
        }
    }

    private static RegressionOutcomes outcomes(OracleTable table, Optional<String> weights) {
        return RegressionOutcomes.of(
                NumberTruth.wrap(table.numbers("y_true")), table.numbers("y_pred"), weights.map(table::numbers));
    }
}
