package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home is opened, opened again, or refused with the reason. */
class HomeTest {

    @TempDir
    private Path folder;

    private ThrowableAssertAlternative<StorageException> refused(Path home) {
        return assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Registries.embedded(home))
                .withMessageContaining(home.toString());
    }

    @Test
    void whatWasStoredIsThereAfterReopening() {
        Path home = folder.resolve("home");
        List<AuditEntry> audit;
        try (ModelRegistry registry = Registries.embedded(home)) {
            Given.history(registry);
            audit = registry.audit(Given.MODEL);
        }

        try (ModelRegistry registry = Registries.embedded(home)) {
            assertThat(registry.audit(Given.MODEL)).isEqualTo(audit);
            assertThat(registry.alias(Given.MODEL, Alias.CHAMPION).orElseThrow().version())
                    .isEqualTo(2);
            assertThat(registry.content(registry.version(Given.MODEL, 1))).isEqualTo(Given.bundle("bundle 1"));
            assertThat(registry.register(Given.registration("bundle 3")).number())
                    .isEqualTo(3);
            assertThat(registry.verify().broken()).isEmpty();
        }
    }

    @Test
    void equalBundlesOfManyVersionsAreStoredOnce() throws IOException {
        try (ModelRegistry registry = Registries.embedded(folder)) {
            for (int i = 0; i < 5; i++) {
                registry.register(Given.registration("the same"));
            }
        }
        try (Stream<Path> blobs = Files.walk(folder.resolve("blobs"))) {
            assertThat(blobs.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    @Tag("T25")
    void everythingInItIsPrivate() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path home = folder.resolve("home");
        try (ModelRegistry registry = Registries.embedded(home)) {
            Given.history(registry);
            try (Stream<Path> all = Files.walk(home)) {
                List<Path> paths = all.toList();
                assertThat(paths).contains(home.resolve("registry.db"), home.resolve("registry.db-wal"));
                for (Path path : paths) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as("%s", path)
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
                }
            }
        }
    }

    @Test
    @Tag("F05")
    void aFileIsNoHome() throws IOException {
        refused(Files.createFile(folder.resolve("file"))).withMessageContaining("it is a file, not a folder");
    }

    @Test
    @Tag("F05")
    void aFolderIsMadeButNotAWholePath() {
        refused(folder.resolve("missing/home"))
                .withMessageContaining("there is no folder " + folder.resolve("missing"));
    }

    @Test
    @Tag("F05")
    void aHomeThatCannotBeWrittenIsRefused() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path home = Files.createDirectory(
                folder.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeThat(Files.isWritable(home)).as("this user may write everywhere").isFalse();

        refused(home).withMessageContaining("it cannot be written");
    }

    @Test
    @Tag("F05")
    void aHomeOnAnotherKindOfFileSystemIsRefused() throws IOException {
        Path zip = folder.resolve("disk.zip");
        try (FileSystem disk = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            refused(disk.getPath("/home")).withMessageContaining("does not lie in the file system of the machine");
        }
    }

    @Test
    @Tag("F05")
    void aHomeWithStrangeThingsInItIsRefused() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Files.createDirectory(first.resolve("registry.db"));
        refused(first).withMessageContaining("registry.db in it is not a file");

        Path second = Files.createDirectory(folder.resolve("second"));
        Files.createFile(second.resolve("blobs"));
        refused(second).withMessageContaining("Blob folder");

        Path third = Files.createDirectory(folder.resolve("third"));
        Files.writeString(
                third.resolve("registry.db"), "no database at all, but text".repeat(40), StandardCharsets.UTF_8);
        refused(third).withMessageContaining("The file is not a SQLite database.");
    }

    @Test
    @Tag("F32")
    void aClosedRegistrySaysSo() {
        ModelRegistry registry = Registries.embedded(folder);
        registry.close();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(registry::models)
                .withMessageContaining("is closed");
    }
}
