package io.mlops4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages show is what was compiled. {@code -Ddocs.update} writes the sources into the pages. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+?)(#[^)]*)?\\)");

    private final Path root = Files.isDirectory(Path.of("docs")) ? Path.of("") : Path.of("..");
    private final Snippets snippets = new Snippets(root);

    @Test
    void everyBlockOfJavaIsAPieceOfACompiledSource() throws IOException {
        for (Path page : snippets.pages()) {
            if (System.getProperty("docs.update") != null) {
                snippets.update(page);
            }
            for (Snippets.Block block : snippets.blocks(page)) {
                assertThat(block.shown())
                        .as("%s: %s", page.getFileName(), block.name())
                        .isEqualTo(block.source());
            }
        }
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : snippets.pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                Path target = page.toAbsolutePath().getParent().resolve(links.group(1));
                if (!Files.exists(target)) {
                    broken.add(page.getFileName() + " → " + links.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
