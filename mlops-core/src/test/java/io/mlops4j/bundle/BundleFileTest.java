package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle on disk is whole or not there. */
class BundleFileTest {

    @TempDir
    private Path folder;

    private final Bundle bundle = Bundles.assemble(Samples.linear());
    private final Bundle other = Bundles.assemble(Samples.trees());

    @Test
    void whatWasWrittenIsRead() {
        Path file = folder.resolve("model.zip");

        Bundles.write(bundle, file);

        assertThat(Samples.reader().read(file).content()).isEqualTo(bundle.content());
    }

    @Test
    @Tag("T25")
    void theFileIsPrivateAndNoTemporaryOneIsLeft() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");

        Bundles.write(bundle, folder.resolve("new.zip"));
        Bundles.overwrite(bundle, folder.resolve("replaced.zip"));

        assertThat(names()).containsExactly("new.zip", "replaced.zip");
        for (String name : names()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void writingTheSameBundleAgainChangesNothing() throws IOException {
        Path file = folder.resolve("model.zip");
        Bundles.write(bundle, file);
        Object before = Files.readAttributes(file, "lastModifiedTime,fileKey");

        Bundles.write(bundle, file);

        assertThat(Files.readAttributes(file, "lastModifiedTime,fileKey")).isEqualTo(before);
        assertThat(names()).containsExactly("model.zip");
    }

    @Test
    void anotherFileIsNotOverwrittenUnlessOnPurpose() {
        Path file = folder.resolve("model.zip");
        Bundles.write(bundle, file);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Bundles.write(other, file))
                .withMessageContaining(file + " cannot be written: another file is there");
        assertThat(Samples.reader().read(file).name()).isEqualTo("survival");

        Bundles.overwrite(other, file);
        assertThat(Samples.reader().read(file).name()).isEqualTo("trees");
    }

    @Test
    void aFileOfTheSameSizeIsStillAnotherFile() throws IOException {
        Path file = Files.write(
                folder.resolve("model.zip"), new byte[bundle.content().size()]);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> Bundles.write(bundle, file));
    }

    @Test
    void aLinkThatLeadsNowhereIsNotFollowed() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path link = Files.createSymbolicLink(folder.resolve("model.zip"), folder.resolve("elsewhere.zip"));

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> Bundles.write(bundle, link));
        assertThat(folder.resolve("elsewhere.zip")).doesNotExist();

        Bundles.overwrite(bundle, link);
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(folder.resolve("elsewhere.zip")).doesNotExist();
    }

    @Test
    void twoWritersOfDifferentBundlesDoNotBothWin() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                Path file = folder.resolve("model" + round + ".zip");
                Callable<Boolean> first = () -> wrote(bundle, file);
                Callable<Boolean> second = () -> wrote(other, file);
                List<Future<Boolean>> done = threads.invokeAll(List.of(first, second));
                assertThat(done.get(0).get() ^ done.get(1).get()).isTrue();
                assertThat(Samples.reader().read(file).name())
                        .isEqualTo(done.get(0).get() ? "survival" : "trees");
            }
        } finally {
            threads.shutdown();
        }
    }

    private static boolean wrote(Bundle what, Path file) {
        try {
            Bundles.write(what, file);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing").resolve("model.zip");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Bundles.write(bundle, file))
                .withMessageContaining(file.toString())
                .withMessageContaining("Check that the folder exists");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing.zip");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Samples.reader().read(file))
                .withMessageContaining("Bundle " + file + " cannot be read");
    }

    @Test
    void aFailedReplacementLeavesNothingBehind() throws IOException {
        Path file = Files.createDirectory(folder.resolve("model.zip"));
        Files.write(file.resolve("inhabitant"), new byte[1]);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> Bundles.overwrite(bundle, file));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> Bundles.write(bundle, file));
        assertThat(names()).containsExactly("model.zip");
    }

    @Test
    void anErrorInAFileNamesTheFile() throws IOException {
        Path file = Files.write(folder.resolve("model.zip"), new byte[] {'{', '}'});

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> Samples.reader().read(file))
                .withMessageStartingWith("Bundle " + file + ", container: this is JSON text, not a bundle");
    }

    /** The file system inside a zip file knows neither hard links nor owners. */
    @Test
    void aFileSystemWithoutLinksWillDo() throws IOException {
        URI uri = URI.create("jar:" + folder.resolve("disk.zip").toUri());
        try (FileSystem disk = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
            Path file = disk.getPath("/model.zip");

            Bundles.write(bundle, file);

            assertThat(Samples.reader().read(file).digest()).isEqualTo(bundle.digest());
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> Bundles.write(other, file));
            try (Stream<Path> files = Files.list(disk.getPath("/"))) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
