package io.mlops4j.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Data sets that lie beside the checkout, where they do. */
final class SharedData {

    private static final AtomicInteger SKIPPED = new AtomicInteger();

    private SharedData() {}

    /** How many tests asked for a file that is not there. */
    static int skipped() {
        return SKIPPED.get();
    }

    static Path file(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        SKIPPED.incrementAndGet();
        assumeTrue(false, "There is no shared/data/" + name + " beside the checkout.");
        throw new AssertionError("The assumption holds.");
    }
}
