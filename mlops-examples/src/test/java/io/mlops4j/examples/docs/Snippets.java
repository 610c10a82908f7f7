package io.mlops4j.examples.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pieces of compiled code that the documentation shows: {@code // snippet: name} to {@code // end: name} in a source file,
 * named {@code <!-- snippet: File.java#name -->} above a block of a page. Several names may be joined by blanks.
 */
final class Snippets {

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- snippet: ([^>]+?) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);

    private final Path root;

    Snippets(Path root) {
        this.root = root;
    }

    /** One block of Java in a page: what it shows, and what the sources say, or null if it names no source. */
    record Block(String name, String shown, String source) {}

    List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        pages.add(root.resolve("README.md"));
        try (Stream<Path> files = Files.list(root.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    List<Block> blocks(Path page) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(page));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            String name = matcher.group(1);
            blocks.add(
                    new Block(name == null ? "(unnamed)" : name, matcher.group(2), name == null ? "" : source(name)));
        }
        return blocks;
    }

    /** Writes what the sources say into the page. */
    void update(Path page) throws IOException {
        String text = Files.readString(page);
        Matcher matcher = BLOCK.matcher(text);
        StringBuilder updated = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String block =
                    name == null ? matcher.group() : "<!-- snippet: " + name + " -->\n```java\n" + source(name) + "```";
            matcher.appendReplacement(updated, Matcher.quoteReplacement(block));
        }
        matcher.appendTail(updated);
        Files.writeString(page, updated.toString(), StandardCharsets.UTF_8);
    }

    private String source(String names) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (String name : names.split(" ")) {
            pieces.add(piece(name));
        }
        return String.join("\n", pieces);
    }

    private String piece(String name) throws IOException {
        String[] parts = name.split("#");
        List<String> lines = Files.readAllLines(find(parts[0]));
        int from = marker(lines, "// snippet: " + parts[1], name);
        int to = marker(lines, "// end: " + parts[1], name);
        List<String> region = lines.subList(from + 1, to).stream()
                .filter(line -> !line.strip().startsWith("// snippet: ")
                        && !line.strip().startsWith("// end: "))
                .toList();
        int indent = region.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return region.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static int marker(List<String> lines, String marker, String name) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(marker)) {
                return i;
            }
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "%s has no line '%s'.", name, marker));
    }

    private Path find(String file) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(
                            path -> path.getFileName().toString().equals(file))
                    .filter(path -> !path.toString().contains("target"))
                    .toList();
            if (found.size() != 1) {
                throw new IllegalArgumentException(file + " is not one file but " + found + ".");
            }
            return found.get(0);
        }
    }
}
