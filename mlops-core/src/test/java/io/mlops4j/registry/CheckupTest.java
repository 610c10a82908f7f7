package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.registry.Checkup.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home is examined as a whole, and what rotted is put aside and comes back. */
@Tag("F06")
class CheckupTest {

    private static final String FIRST = Given.bundle("bundle 1").digest();

    @TempDir
    private Path home;

    private ModelRegistry registry;
    private Upkeep upkeep;

    @BeforeEach
    void open() {
        registry = Registries.embedded(home);
        upkeep = Registries.upkeep(home);
        Given.history(registry);
    }

    @AfterEach
    void close() {
        upkeep.close();
        registry.close();
    }

    private Path file(String digest) {
        return home.resolve("blobs/sha256").resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    private void rot() throws IOException {
        byte[] bytes = Files.readAllBytes(file(FIRST));
        bytes[3] ^= 1;
        Files.write(file(FIRST), bytes);
    }

    @Test
    void aSoundHomeIsSound() {
        Registries.blobsIn(home.resolve("blobs")).put(BundleContent.of(new byte[100]));

        Checkup checkup = upkeep.check();

        assertThat(checkup.sound()).isTrue();
        assertThat(checkup.blobs()).isEqualTo(3);
        assertThat(checkup.bytes()).isEqualTo(116);
        assertThat(checkup.needless()).isEqualTo(1);
        assertThat(checkup.audit()).isEqualTo(registry.verify());
    }

    @Test
    void aRottenBundleIsPutAsideAndItsVersionsAreNamed() throws IOException {
        registry.register(Given.registration("bundle 1"));
        rot();
        byte[] rotten = Files.readAllBytes(file(FIRST));

        Checkup checkup = upkeep.check();

        assertThat(checkup.sound()).isFalse();
        assertThat(checkup.rotten()).containsExactly(new Fault(FIRST, List.of("survival v1", "survival v3")));
        assertThat(checkup.missing()).isEmpty();
        assertThat(checkup.toString()).contains("blob " + FIRST + " of survival v1, survival v3");
        try (Stream<Path> aside = Files.list(home.resolve("blobs/quarantine"))) {
            assertThat(aside).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).startsWith(FIRST);
                assertThat(file).hasBinaryContent(rotten);
            });
        }
        assertThat(registry.content(registry.version(Given.MODEL, 2)))
                .as("the last good one")
                .isEqualTo(Given.bundle("bundle 2"));
        assertThat(upkeep.check().missing())
                .as("from now on it is missing")
                .extracting(Fault::digest)
                .containsExactly(FIRST);
    }

    @Test
    void aGoodCopyHealsIt() throws IOException {
        rot();
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> registry.content(registry.version(Given.MODEL, 1)));
        upkeep.check();

        upkeep.putBack(Given.bundle("bundle 1"));

        assertThat(upkeep.check().sound()).isTrue();
        assertThat(registry.content(registry.version(Given.MODEL, 1))).isEqualTo(Given.bundle("bundle 1"));
    }

    @Test
    void twoWaysToRotAreBothKept() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.write(file(FIRST), new byte[] {(byte) i});
            upkeep.check();
            upkeep.putBack(Given.bundle("bundle 1"));
        }
        try (Stream<Path> aside = Files.list(home.resolve("blobs/quarantine"))) {
            assertThat(aside).hasSize(2);
        }
    }

    @Test
    void aMissingBundleIsNamed() throws IOException {
        Files.delete(file(FIRST));

        Checkup checkup = upkeep.check();

        assertThat(checkup.sound()).isFalse();
        assertThat(checkup.missing()).containsExactly(new Fault(FIRST, List.of("survival v1")));
    }

    @Test
    void onlyWhatAVersionNeedsIsPutBack() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> upkeep.putBack(Given.bundle("something else")))
                .withMessageContaining(Given.bundle("something else").digest());
    }

    @Test
    @Tag("F32")
    void canBeClosedTwice() {
        upkeep.close();
        upkeep.close();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(upkeep::check)
                .withMessageContaining("is closed");
    }

    @Test
    @Tag("T09")
    void aHandInTheDatabaseShows() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE mlops_alias SET version = 1");
        }
        assertThat(upkeep.check().sound()).isFalse();
        assertThat(upkeep.check().audit().broken()).isPresent();
    }
}
