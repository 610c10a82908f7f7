package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.StoredBlob;
import io.mlops4j.storage.Disk;
import io.mlops4j.storage.WholeFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full, out of files, read-only or broken: a clear word, reads go on, and no failure turns into success. */
class FaultyDiskTest {

    private static final BundleContent BEFORE = BundleContent.of(new byte[] {1});
    private static final BundleContent NEXT = BundleContent.of(new byte[] {2});

    @TempDir
    private Path folder;

    private String message = "No space left on device";
    private BiPredicate<String, Integer> fails = (operation, count) -> false;
    private int count;

    private final Disk disk = new OtherDisk(Disk.real()) {
        @Override
        void before(String operation, Path path) throws IOException {
            if (fails.test(operation, count++)) {
                throw new FileSystemException(path.toString(), null, message);
            }
        }
    };

    private BlobStore open() {
        return new FolderBlobs(disk, folder.resolve("blobs"));
    }

    private static boolean isForce(String operation) {
        return operation.startsWith("force");
    }

    /** Each operation of a registration fails once, wherever it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"No space left on device", "Too many open files", "Read-only file system", "Permission denied"})
    @Tag("F03")
    void whateverFailsReadsGoOnAndItRecovers(String problem) throws IOException {
        message = problem;
        int failures = 0;
        for (int failing = 0; ; failing++) {
            BlobStore store = new FolderBlobs(disk, folder.resolve("blobs-" + failing));
            store.put(BEFORE);
            int at = count + failing;
            // what is forced in vain has a test of its own
            fails = (operation, number) -> number == at && !isForce(operation);
            String next = NEXT.digest();
            boolean failed = false;
            try {
                store.put(NEXT);
            } catch (StorageException e) {
                failed = true;
                assertThat(e).hasMessageContaining("Blob " + next).hasMessageContaining(problem);
                assertThat(e).hasMessageContaining("cannot be written");
            }
            int operations = count;
            fails = (operation, number) -> false;
            assertThat(store.get(BEFORE.digest())).as("reads go on").contains(BEFORE);
            store.put(NEXT);
            assertThat(store.get(next)).as("recovers").contains(NEXT);
            try (Stream<StoredBlob> listed = store.list()) {
                assertThat(listed).hasSize(2);
            }
            failures += failed ? 1 : 0;
            if (operations <= at) {
                break;
            }
        }
        assertThat(failures).as("operations that could fail").isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"force", "forceFolder"})
    @Tag("F04")
    void afterOneFailedForceNothingMoreIsWrittenUntilItIsOpenedAgain(String operation) {
        BlobStore store = open();
        store.put(BEFORE);
        message = "Input/output error";
        fails = (name, number) -> name.equals(operation);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.put(NEXT))
                .withMessageContaining("Input/output error");
        fails = (name, number) -> false;

        for (BundleContent content : List.of(NEXT, BundleContent.of(new byte[] {3}), BEFORE)) {
            assertThatExceptionOfType(StorageException.class)
                    .as("the disk says that it works again")
                    .isThrownBy(() -> store.put(content))
                    .withMessageContaining("the disk failed before to keep what was written")
                    .withMessageContaining("open it again");
        }
        assertThat(store.get(BEFORE.digest())).as("readers go on").contains(BEFORE);
        assertThat(store.contains(BEFORE.digest())).isTrue();
        BlobStore again = open();
        again.put(NEXT);
        assertThat(again.get(NEXT.digest())).contains(NEXT);
    }

    /** The twin asks again, and the disk, which has thrown the pages away, says yes: this is what must not be. */
    @Test
    @Tag("F04")
    void aStoreThatAsksAgainIsToldALie() throws IOException {
        CrashDisk crashing = new CrashDisk(() -> {});
        Disk lying = new OtherDisk(crashing) {
            private boolean failed;

            @Override
            public void force(Path path) throws IOException {
                if (path.getNameCount() == 3 && !failed) {
                    failed = true;
                    throw new IOException("Input/output error");
                }
                // the folder is marked clean already
                if (path.getNameCount() < 3) {
                    crashing.force(path);
                }
            }
        };
        BlobStore store = new FolderBlobs(lying, Survivor.BLOBS);
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.put(NEXT));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.put(NEXT));

        assertThat(new WholeFile(lying, Survivor.file(NEXT.digest())).create(out -> {}))
                .as("without the memory of the failure it would have been there already")
                .isFalse();
        assertThat(crashing.durable().keySet())
                .as("but a power cut would take it")
                .doesNotContain(Survivor.file(NEXT.digest()));
    }

    @Test
    @Tag("F03")
    void aRegistryOnAFullDiskRegistersNothingAndServesWhatItHas() {
        Home home = Home.open(folder.resolve("home"));
        BlobStore store = open();
        try (ModelRegistry registry = Registries.sqlite(
                SqliteConnections.toFile(home.database().toUri().toString()),
                "in " + home.database(),
                store,
                Given.environment(() -> Instant.EPOCH))) {
            registry.register(Given.registration("before"));
            fails = (operation, number) -> operation.equals("write");
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> registry.register(Given.registration("next")))
                    .withMessageContaining("No space left on device");
            assertThat(registry.content(registry.version(Given.MODEL, 1))).isEqualTo(Given.bundle("before"));
            assertThat(registry.versions(Given.MODEL)).hasSize(1);
            fails = (operation, number) -> false;
            assertThat(registry.register(Given.registration("next")).number()).isEqualTo(2);
            assertThat(registry.verify().intact()).isTrue();
        }
    }

    @Test
    @Tag("T25")
    void noTemporaryFileIsLeftWhateverFails() throws IOException {
        BlobStore store = open();
        for (String failing : List.of("write", "link")) {
            fails = (operation, number) -> operation.equals(failing);
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.put(NEXT));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
