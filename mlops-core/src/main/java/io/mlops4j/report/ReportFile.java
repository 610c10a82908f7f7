package io.mlops4j.report;

import io.mlops4j.api.error.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A page on disk, which appears whole or not at all: written under another name, forced to the disk, then named. */
final class ReportFile {

    private final Path file;
    private final Path folder;

    ReportFile(Path file) {
        this.file = file.toAbsolutePath();
        this.folder = this.file.getParent() == null ? this.file : this.file.getParent();
    }

    void replace(String html) {
        try {
            Path temporary = Files.createTempFile(folder, ".mlops-", ".tmp", permissions());
            try {
                force(html, temporary);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "Report " + file + " cannot be written: " + e
                            + ". Check that the folder exists, is writable and has room; then write it again.",
                    e);
        }
    }

    private static void force(String html, Path temporary) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(html.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** What a usual new file has; the system takes from it what the host's mask forbids. */
    private FileAttribute<?>[] permissions() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"))
                }
                : new FileAttribute<?>[0];
    }
}
