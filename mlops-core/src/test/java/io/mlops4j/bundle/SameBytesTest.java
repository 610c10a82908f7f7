package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.bundle.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same parts give the same bytes: today and in years, on every JDK, in every locale. */
class SameBytesTest {

    /** A bundle that version 1 of the format wrote. It was made anew once, before any release; from the first one on it stays. */
    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SameBytesTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    @Test
    @Tag("T04")
    @Tag("F34")
    void version1IsReadAndWrittenAsEver() throws IOException {
        byte[] linear = fixture("version-1-linear.zip");
        byte[] trees = fixture("version-1-trees.zip");

        assertThat(Samples.reader().read(linear).form())
                .isEqualTo(Samples.linear().form());
        assertThat(Samples.reader().read(trees).form())
                .isEqualTo(Samples.trees().form());
        assertThat(Bundles.assemble(Samples.linear()).content().bytes()).isEqualTo(linear);
        assertThat(Bundles.assemble(Samples.trees()).content().bytes()).isEqualTo(trees);
    }

    @ParameterizedTest
    @Tag("F28")
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR -Dfile.encoding=US-ASCII -Duser.timezone=Pacific/Apia",
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab -Duser.timezone=America/St_Johns"
            })
    void anotherProcessInAnotherPlaceGivesTheSameDigest(String options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DigestPrinter.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Bundle linear = Bundles.assemble(Samples.linear());
        assertThat(printed)
                .isEqualTo(linear.digest() + " "
                        + Bundles.assemble(Samples.trees()).digest());
    }
}
