package io.mlops4j.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of expected values: JSON files, and beside them the CSV files that they were computed from. */
final class OracleFolder {

    private final Path folder;
    private final Map<Path, OracleTable> tables = new HashMap<>();

    private OracleFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder that {@code -Doracles} names, relative to here or to the root of the project, or the copy in the tests. */
    static OracleFolder open() {
        String named = System.getProperty("oracles");
        if (named == null || named.isBlank()) {
            return new OracleFolder(copy());
        }
        Path here = Path.of(System.getProperty("user.dir"));
        Path folder = Stream.of(here.resolve(named), here.resolveSibling(named))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-Doracles=" + named + " is not a folder."));
        return new OracleFolder(folder);
    }

    private static Path copy() {
        URL readme = OracleFolder.class.getResource("/oracles/README.md");
        try {
            return Path.of(readme.toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file, or empty if the folder does not have it. */
    Optional<JsonNode> json(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(new ObjectMapper().readTree(file.toFile())) : Optional.empty();
    }

    /** The names, without their ending, of the JSON files that begin so. */
    List<String> names(String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(beginning) && name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    /** The table of that name, beside the JSON file or where data sets lie, compressed or not. */
    OracleTable table(String name) throws IOException {
        for (Path place : List.of(folder, folder.resolve("../csv"), folder.resolve("csv"))) {
            for (String ending : List.of("", ".gz")) {
                Path file = place.resolve(name + ending).normalize();
                if (Files.isRegularFile(file)) {
                    OracleTable known = tables.get(file);
                    if (known == null) {
                        known = OracleTable.read(file);
                        tables.put(file, known);
                    }
                    return known;
                }
            }
        }
        throw new IOException("There is no " + name + " in " + folder + " or the csv folder beside it.");
    }
}
