package io.mlops4j.examples;

import java.nio.file.Files;
import java.nio.file.Path;

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
     * A folder for what an example writes.
     *
     * @param name the example
     * @return the folder below {@code target}, which may not be there yet
     */
    public static Path output(String name) {
        return home().resolve("target").resolve(name);
    }

    private static Path home() {
        return Files.isDirectory(MODULE) ? MODULE : Path.of("");
    }
}
