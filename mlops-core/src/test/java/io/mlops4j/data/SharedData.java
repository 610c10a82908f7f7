package io.mlops4j.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data sets that lie beside the checkout, where they do. */
final class SharedData {

    private SharedData() {}

    static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(false, "There is no shared/data/" + name + " beside the checkout.");
        throw new AssertionError("The assumption holds.");
    }
}
