package io.mlops4j.registry;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What earlier code wrote and is kept with the tests. */
final class KeptFixture {

    private KeptFixture() {}

    /** Where a fixture lies; it is only looked at. */
    static Path path(String name) throws URISyntaxException {
        return Path.of(KeptFixture.class.getResource("/fixtures/" + name).toURI());
    }

    /** A copy of a folder, which may be changed. */
    static Path copy(String name, Path to) throws IOException, URISyntaxException {
        Path kept = path(name);
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(kept.relativize(file).toString()));
            }
        }
        return to;
    }
}
