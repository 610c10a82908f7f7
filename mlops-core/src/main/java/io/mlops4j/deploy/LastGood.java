package io.mlops4j.deploy;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.storage.PrivateFolder;
import io.mlops4j.storage.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with copies of what was live last, for a start without the registry. One file for each name of a model, written
 * whole: a line that says what it is, the SHA-256 of all that follows, what it is a copy of, and the bundle. Processes that
 * share a folder replace each other's copies, and every copy is sound.
 */
final class LastGood {

    /** How many files a folder holds; the oldest go first. */
    static final int MOST = 100;

    private static final String FORMAT = "mlops-last-good 1";
    private static final String SUFFIX = ".lastgood";
    /** Model, name, version, time. */
    private static final int LINES = 4;

    private final Path folder;

    /**
     * Opens a folder.
     *
     * @param folder made if it is not there, but not its parent
     * @throws StorageException if it cannot be used
     */
    LastGood(Path folder) {
        this.folder = folder.toAbsolutePath();
        try {
            PrivateFolder.create(this.folder);
        } catch (IOException e) {
            throw new StorageException(
                    "Folder " + folder + " cannot keep copies of the last good models: " + e
                            + ". It has to be a folder that can be written, or a new name in one.",
                    e);
        }
    }

    /**
     * What was live.
     *
     * @param version the number of the version
     * @param keptAt when the copy was made, which is when the registry said so
     * @param content its bundle
     */
    record Copy(int version, Instant keptAt, BundleContent content) {}

    /** Replaces the copy of a name. */
    void keep(String model, String name, Copy copy) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream(copy.content().size() + 200);
        try {
            rest.write(bytes(String.join("\n", model, name, Integer.toString(copy.version()), copy.keptAt() + "\n")));
            copy.content().writeTo(rest);
            byte[] checked = rest.toByteArray();
            new WholeFile(file(model, name)).replace(out -> {
                out.write(bytes(FORMAT + "\n" + sha256(checked) + "\n"));
                out.write(checked);
            });
            dropOldest();
        } catch (IOException e) {
            throw new StorageException(
                    "No copy of " + model + ", " + name + " can be kept in " + folder + ": " + e
                            + ". Check that there is room and that the folder is writable.",
                    e);
        }
    }

    /**
     * Finds the copy of a name.
     *
     * @return the copy, or empty if there is none
     * @throws CorruptArtifactException if it is not as it was written
     * @throws StorageException if it cannot be read
     */
    Optional<Copy> find(String model, String name) {
        Path file = file(model, name);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("Copy " + file + " cannot be read: " + e + ". Check who may read it.", e);
        }
        return Optional.of(read(file, bytes, model, name));
    }

    private static Copy read(Path file, byte[] bytes, String model, String name) {
        byte[] format = bytes(FORMAT + "\n");
        int from = format.length + 64 + 1;
        if (bytes.length < from || !Arrays.equals(bytes, 0, format.length, format, 0, format.length)) {
            throw corrupt(file, "it is not a copy of this format", null);
        }
        byte[] checked = Arrays.copyOfRange(bytes, from, bytes.length);
        byte[] expected = bytes(sha256(checked) + "\n");
        if (!Arrays.equals(bytes, format.length, from, expected, 0, expected.length)) {
            throw corrupt(file, "its bytes do not have the SHA-256 that it names", null);
        }
        int at = 0;
        String[] lines = new String[LINES];
        for (int line = 0; line < LINES; line++) {
            int end = at;
            while (end < checked.length && checked[end] != '\n') {
                end++;
            }
            lines[line] = new String(checked, at, end - at, StandardCharsets.UTF_8);
            at = Math.min(checked.length, end + 1);
        }
        if (!lines[0].equals(model) || !lines[1].equals(name)) {
            throw corrupt(file, "it is the copy of something else", null);
        }
        try {
            return new Copy(
                    Integer.parseInt(lines[2]),
                    Instant.parse(lines[3]),
                    BundleContent.takingOver(Arrays.copyOfRange(checked, at, checked.length)));
        } catch (NumberFormatException | DateTimeException e) {
            throw corrupt(file, "it does not say of which version it is", e);
        }
    }

    private void dropOldest() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .toList();
        }
        if (files.size() <= MOST) {
            return;
        }
        for (Path file : files.stream()
                .sorted(Comparator.comparing(LastGood::age))
                .limit(files.size() - MOST)
                .toList()) {
            Files.deleteIfExists(file);
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // it is gone, or of no use
        }
    }

    /** A name of a model is no name of a file: it may be too long, or differ from another one in its case alone. */
    private Path file(String model, String name) {
        return folder.resolve(sha256(bytes(model + "@" + name)) + SUFFIX);
    }

    private static CorruptArtifactException corrupt(Path file, String problem, @Nullable Throwable cause) {
        return new CorruptArtifactException(
                "Copy " + file + ": " + problem + ". It is not used; remove it, the next start makes a new one.",
                cause);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return "copies in " + folder;
    }
}
