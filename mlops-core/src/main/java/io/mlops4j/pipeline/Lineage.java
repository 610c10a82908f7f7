package io.mlops4j.pipeline;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.evaluate.Criterion;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.TrainedModel;
import java.util.Map;
import java.util.TreeMap;

/** Where a model comes from, as far as it is the same wherever and whenever it is made. */
final class Lineage {

    private Lineage() {}

    static Map<String, Object> of(Pipeline<?, ?> pipeline, Dataset rows, Partition parts, TrainedModel trained) {
        Map<String, Object> lineage = new TreeMap<>();
        lineage.put("library", Map.of("name", "mlops", "version", LibraryVersion.current()));
        lineage.put(
                "source",
                Map.of("name", pipeline.source().name(), "rows", rows.size(), "fingerprint", rows.fingerprint()));
        lineage.put("training_data", part(parts.training()));
        lineage.put("test_data", part(parts.test()));
        lineage.put(
                "expectations",
                pipeline.expectations().stream().map(Expectation::describe).toList());
        lineage.put("split", pipeline.split().map(Split::describe).orElse("the usual one"));
        lineage.put(
                "preprocessors",
                pipeline.preprocessors().stream().map(Preprocessor::name).toList());
        lineage.put(
                "trainer",
                Map.of(
                        "name",
                        pipeline.trainer().name(),
                        "parameters",
                        pipeline.trainer().parameters()));
        lineage.put("model", trained.lineage());
        lineage.put(
                "criteria",
                pipeline.criteria().stream().map(Criterion::toString).toList());
        return lineage;
    }

    private static Map<String, Object> part(Dataset rows) {
        return Map.of("rows", rows.size(), "fingerprint", rows.fingerprint());
    }
}
