package io.mlops4j.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the data of the examples lie and where they write, from the module's folder and from the project's alike. */
public final class ExampleHome {

    private static final Path MODULE = Path.of("mlops-examples");

    private ExampleHome() {}

    /**
     * A file of the examples' data.
     *
     * @param name its path below {@code data}
     * @return the file
     */
    public static Path data(String name) {
        return home().resolve("data").resolve(name);
    }

    /**
     * A folder for what an example writes, without what it wrote before.
     *
     * @param name the example
     * @return the folder below {@code target}
     */
    public static Path freshOutput(String name) {
        Path folder = home().resolve("target").resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        return Files.isDirectory(MODULE) ? MODULE : Path.of("");
    }
}
