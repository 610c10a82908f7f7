package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.storage.Disk;
import io.mlops4j.testkit.BlobStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs in a folder. */
class FolderBlobsTest extends BlobStoreContract {

    private static final BundleContent BUNDLE = BundleContent.of(new byte[] {1, 2, 3});
    private static final String DIGEST = BUNDLE.digest();

    @TempDir
    private Path folder;

    @Override
    protected BlobStore store() {
        return Registries.blobsIn(folder.resolve("blobs"));
    }

    @Override
    protected boolean alter(String digest) {
        try {
            Path file = file(digest);
            byte[] bytes = Files.readAllBytes(file);
            bytes[0] ^= 1;
            Files.write(file, bytes);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String digest) {
        return folder.resolve("blobs/sha256").resolve(digest.substring(0, 2)).resolve(digest.substring(2));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void storesEqualBytesOnceAndLeavesNothingElse() throws IOException {
        store().put(BUNDLE);
        Object before = Files.readAttributes(file(DIGEST), "lastModifiedTime,fileKey");

        store().put(BUNDLE);

        assertThat(files()).containsExactly(file(DIGEST));
        assertThat(Files.readAttributes(file(DIGEST), "lastModifiedTime,fileKey"))
                .isEqualTo(before);
    }

    @Test
    @Tag("T25")
    void filesAndFoldersArePrivate() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        store().put(BUNDLE);

        try (Stream<Path> all = Files.walk(folder.resolve("blobs"))) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as("%s", path)
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    @Tag("T01")
    void aLinkInThePlaceOfABlobIsNotFollowed() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        BlobStore store = store();
        store.put(BUNDLE);
        Path elsewhere = Files.move(file(DIGEST), folder.resolve("elsewhere"));
        Files.createSymbolicLink(file(DIGEST), elsewhere);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.get(DIGEST))
                .withMessageContaining(DIGEST);
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.contains(DIGEST));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.put(BUNDLE));
    }

    @Test
    @Tag("T03")
    void aBlobThatWasCutOffIsNamed() throws IOException {
        BlobStore store = store();
        store.put(BUNDLE);
        Files.write(file(DIGEST), new byte[0]);

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> store.get(DIGEST))
                .withMessageContaining(DIGEST)
                .withMessageContaining(file(DIGEST).toString());
    }

    @Test
    void anotherStoreOnTheSameFolderFindsThem() {
        store().put(BUNDLE);

        assertThat(store().get(DIGEST)).contains(BUNDLE);
    }

    @Test
    @Tag("F12")
    void aSweepThatIsFasterIsNoticed() {
        Path blobs = folder.resolve("blobs");
        store().put(BUNDLE);
        AtomicBoolean swept = new AtomicBoolean();
        BlobStore slow = new FolderBlobs(
                new OtherDisk(Disk.real()) {
                    @Override
                    void before(String operation, Path path) {
                        if (operation.equals("forceFolder")
                                && path.equals(file(DIGEST).getParent())) {
                            if (!swept.getAndSet(true)) {
                                store().delete(DIGEST);
                            }
                        }
                    }
                },
                blobs);

        slow.put(BUNDLE);

        assertThat(swept).isTrue();
        assertThat(store().get(DIGEST)).contains(BUNDLE);
    }

    @Test
    @Tag("T25")
    @Tag("F32")
    void whatADeadProcessWasWritingIsRemovedWhenItIsOld() throws IOException {
        BlobStore store = store();
        store.put(BUNDLE);
        Path old = Files.createFile(file(DIGEST).resolveSibling(".mlops-123.tmp"));
        Path young = Files.createFile(file(DIGEST).resolveSibling(".mlops-456.tmp"));
        Path foreign = Files.createFile(file(DIGEST).resolveSibling("notes.tmp"));
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(1)));
        Files.setLastModifiedTime(young, FileTime.from(now));
        Files.setLastModifiedTime(foreign, FileTime.from(now.minusSeconds(1)));

        store.removeLeftovers(now);

        assertThat(files()).containsExactlyInAnyOrder(file(DIGEST), young, foreign);
        assertThat(store.list()).hasSize(1);
    }

    @Test
    @Tag("F05")
    void aFileIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        for (Path wrong : List.of(file, folder.resolve("missing/blobs"))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> Registries.blobsIn(wrong))
                    .withMessageContaining("Blob folder " + wrong + " cannot be used");
        }
    }

    /** The file system inside a zip file knows neither hard links nor owners. */
    @Test
    @Tag("F05")
    void aFileSystemWithoutLinksWillDo() throws IOException {
        URI uri = URI.create("jar:" + folder.resolve("disk.zip").toUri());
        try (FileSystem disk = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
            BlobStore store = Registries.blobsIn(disk.getPath("/blobs"));

            store.put(BUNDLE);
            store.put(BUNDLE);

            assertThat(store.get(DIGEST)).contains(BUNDLE);
            try (Stream<Path> all = Files.walk(disk.getPath("/blobs"))) {
                assertThat(all.filter(Files::isRegularFile)).hasSize(1);
            }
        }
    }
}
