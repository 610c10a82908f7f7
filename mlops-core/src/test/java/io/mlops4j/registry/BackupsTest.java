package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home is copied while it is written to, and comes back whole or not at all. */
@Tag("F14")
class BackupsTest {

    @TempDir
    private Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    private Path backup() {
        return folder.resolve("backup");
    }

    private Path restored() {
        return folder.resolve("restored");
    }

    private Backup backedUp() {
        try (ModelRegistry registry = Registries.embedded(home())) {
            Given.history(registry);
        }
        return Backups.write(home(), backup());
    }

    private List<Path> files(Path of) throws IOException {
        try (Stream<Path> all = Files.walk(of)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void refused(String problem) throws IOException {
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> Backups.restore(backup(), restored()))
                .withMessageContaining("Backup " + backup() + " is damaged")
                .withMessageContaining(problem)
                .withMessageContaining("nothing was restored");
        requireNothingElse(home(), backup());
    }

    private void requireNothingElse(Path... known) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(known);
        }
    }

    @Test
    void whatComesBackIsWhatWasThere() throws IOException {
        Backup backup = backedUp();

        assertThat(Backups.restore(backup(), restored())).isEqualTo(backup);

        assertThat(backup.bundles()).isEqualTo(2);
        assertThat(backup.bytes()).isEqualTo(16);
        try (ModelRegistry before = Registries.embedded(home());
                ModelRegistry after = Registries.embedded(restored())) {
            assertThat(after.versions(Given.MODEL)).isEqualTo(before.versions(Given.MODEL));
            assertThat(after.aliases(Given.MODEL)).isEqualTo(before.aliases(Given.MODEL));
            assertThat(after.audit(Given.MODEL)).isEqualTo(before.audit(Given.MODEL));
            assertThat(after.verify()).isEqualTo(before.verify());
            after.versions(Given.MODEL).forEach(after::content);
            assertThat(after.register(Given.registration("life goes on")).number())
                    .isEqualTo(3);
        }
        requireNothingElse(home(), backup(), restored());
    }

    @Test
    void aHomeThatIsWrittenToIsCopiedAsItWasAtOneMoment() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(20);
        try (ModelRegistry registry = Registries.embedded(home())) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; !over.get(); i++) {
                    registry.register(Given.registration("bundle " + i));
                    begun.countDown();
                }
            });
            begun.await();
            for (int i = 0; i < 2; i++) {
                Path into = folder.resolve("backup-" + i);
                Path home = folder.resolve("restored-" + i);
                Backup backup = Backups.write(home(), into);
                Backups.restore(into, home);
                try (ModelRegistry restored = Registries.embedded(home);
                        Upkeep upkeep = Registries.upkeep(home)) {
                    List<ModelVersion> versions = restored.versions(Given.MODEL);
                    assertThat(versions).hasSizeGreaterThanOrEqualTo(20);
                    assertThat(backup.entries()).isEqualTo(versions.size());
                    assertThat(upkeep.check().sound()).isTrue();
                }
            }
            over.set(true);
            writing.get(30, TimeUnit.SECONDS);
            assertThat(registry.verify().intact()).isTrue();
        }
    }

    @Test
    void flippedBitsAreNoticed() throws IOException {
        backedUp();
        List<Path> files = files(backup());
        assertThat(files).hasSize(4);
        for (Path file : files) {
            byte[] sound = Files.readAllBytes(file);
            // enough to meet each bit of a byte and each part of a file
            for (int bit = 0; bit < 8 * sound.length; bit += sound.length > 1000 ? 8 * 4099 + 1 : 7) {
                byte[] flipped = sound.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(file, flipped);
                assertThatExceptionOfType(CorruptArtifactException.class)
                        .as("bit %s of %s", bit, file)
                        .isThrownBy(() -> Backups.restore(backup(), restored()));
            }
            Files.write(file, sound);
        }
        Backups.restore(backup(), restored());
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        backedUp();
        Path blob = files(backup().resolve("blobs")).get(0);
        byte[] content = Files.readAllBytes(blob);
        Files.delete(blob);
        refused("is missing");
        Files.write(blob, content);
        Files.delete(backup().resolve("backup.json"));
        refused("it was not completed");
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        backedUp();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Backups.write(home(), backup()))
                .withMessageContaining("is there already");
        for (Path there : List.of(home(), Files.createDirectory(folder.resolve("empty")))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> Backups.restore(backup(), there))
                    .withMessageContaining("something is there already, and is never overwritten");
        }
    }

    @Test
    void whatIsNoHomeIsNotBackedUpAndNotMadeOne() throws IOException {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Backups.write(home(), backup()))
                .withMessageContaining("There is no home in " + home());
        requireNothingElse();
    }

    @Test
    @Tag("F06")
    void aHomeThatLostSomethingIsNotBackedUp() throws IOException {
        try (ModelRegistry registry = Registries.embedded(home())) {
            Given.history(registry);
        }
        Path blob = files(home().resolve("blobs")).get(0);
        Files.write(blob, new byte[] {1});

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> Backups.write(home(), backup()))
                .withMessageContaining("is missing or altered");
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> Backups.restore(backup(), restored()))
                .withMessageContaining("it was not completed");
    }

    @Test
    @Tag("T25")
    void backupAndHomeArePrivate() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        backedUp();
        Backups.restore(backup(), restored());
        for (Path root : List.of(backup(), restored())) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as("%s", path)
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
                }
            }
        }
    }
}
