package io.mlops4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of threats and faults names the tests that carry their tags. {@code -Ddocs.update} writes the names into it. */
class ThreatsAndFaultsTest {

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([TF]\\d\\d)\"\\)");
    private static final Pattern ROW = Pattern.compile("\\| ([TF]\\d\\d) \\| (.*) \\| (.*) \\|");
    private static final String NONE = "–";

    private final Path root = Files.isDirectory(Path.of("docs")) ? Path.of("") : Path.of("..");
    private final Path page = root.resolve("docs/threats-and-faults.md");
    private final Map<String, SortedSet<String>> proofs = new TreeMap<>();

    @BeforeEach
    void readTheTags() throws IOException {
        try (Stream<Path> modules = Files.list(root.toAbsolutePath())) {
            for (Path module : modules.filter(
                            folder -> folder.getFileName().toString().startsWith("mlops-"))
                    .toList()) {
                read(module.resolve("src"));
            }
        }
    }

    private void read(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                Matcher tags = TAG.matcher(Files.readString(file));
                while (tags.find()) {
                    proofs.computeIfAbsent(tags.group(1), tag -> new TreeSet<>())
                            .add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
    }

    private String proof(String tag) {
        return proofs.containsKey(tag)
                ? proofs.get(tag).stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                : NONE;
    }

    @Test
    void everyCaseNamesTheTestsThatProveIt() throws IOException {
        if (System.getProperty("docs.update") != null) {
            String updated = ROW.matcher(Files.readString(page))
                    .replaceAll(row -> Matcher.quoteReplacement(
                            "| " + row.group(1) + " | " + row.group(2) + " | " + proof(row.group(1)) + " |"));
            Files.writeString(page, updated);
        }
        Map<String, String> shown = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(page));
        while (rows.find()) {
            shown.put(rows.group(1), rows.group(3));
            expected.put(rows.group(1), proof(rows.group(1)));
        }
        assertThat(shown).isEqualTo(expected);
        assertThat(shown.keySet()).as("cases on the page").containsAll(proofs.keySet());
    }

    @Test
    void whatIsNotProvedSaysWhy() throws IOException {
        List<String> unproved = ROW.matcher(Files.readString(page))
                .results()
                .filter(row -> row.group(3).equals(NONE))
                .map(row -> row.group(2))
                .toList();
        assertThat(unproved).allMatch(text -> text.matches("(?i).*\\b(no|not)\\b.*"));
    }
}
