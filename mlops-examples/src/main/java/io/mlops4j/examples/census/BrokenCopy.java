package io.mlops4j.examples.census;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A copy of the first rows in which somebody broke three of them, to show how they are refused. */
final class BrokenCopy {

    private static final int ROWS = 100;

    private BrokenCopy() {}

    static Path of(Path original, Path copy) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(original)), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(reader.lines().limit(ROWS).toList());
            lines.set(10, lines.get(10).replaceFirst("^\\d+", "thirty-seven"));
            lines.set(20, lines.get(20).replaceFirst("^\\d+", ""));
            lines.set(30, lines.get(30) + ",one field too many");
            Files.createDirectories(copy.toAbsolutePath().getParent());
            return Files.write(copy, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
