package io.mlops4j.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in the build directory for properties, to which JUnit gives none. */
final class TemporaryFolder {

    private TemporaryFolder() {}

    static Path shared() {
        try {
            Path folder = Path.of("target", "csv-properties");
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
