package io.mlops4j.examples.census;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of the example, for people and for the test. */
record Summary(
        double accuracy,
        double rocAuc,
        String bundleSha256,
        int bundleBytes,
        double nanosecondsEach,
        Life life,
        List<String> reports) {

    void write(Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accuracy", accuracy);
        json.put("roc_auc", rocAuc);
        json.put("bundle_sha256", bundleSha256);
        json.put("bundle_bytes", bundleBytes);
        json.put("nanoseconds_each", Math.round(nanosecondsEach));
        json.put("drifted_columns", life.driftedColumns());
        json.put("refused_criterion", life.refusedCriterion());
        json.put("champion_version", life.championVersion());
        json.put("reports", reports);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "accuracy %.4f, ROC AUC %.4f, bundle %s", accuracy, rocAuc, bundleSha256);
    }
}
