package io.mlops4j.examples.census;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What came of the example, for people and for the test. */
record Summary(double accuracy, double rocAuc, String bundleSha256, int bundleBytes, double nanosecondsEach) {

    void write(Path file) {
        String json = String.format(Locale.ROOT, """
                {
                  "accuracy": %.6f,
                  "roc_auc": %.6f,
                  "bundle_sha256": "%s",
                  "bundle_bytes": %d,
                  "nanoseconds_each": %.0f
                }
                """, accuracy, rocAuc, bundleSha256, bundleBytes, nanosecondsEach);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "accuracy %.4f, ROC AUC %.4f, bundle %s", accuracy, rocAuc, bundleSha256);
    }
}
