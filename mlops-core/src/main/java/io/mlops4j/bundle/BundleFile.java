package io.mlops4j.bundle;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that appears whole or not at all: written under another name, forced to the disk, then named. */
final class BundleFile {

    private final Path file;
    private final Path folder;

    BundleFile(Path file) {
        this.file = file.toAbsolutePath();
        this.folder = this.file.getParent() == null ? this.file : this.file.getParent();
    }

    /** Gives the file its name; the temporary one is removed afterwards if it is still there. */
    private interface Naming {
        void name(Path temporary) throws IOException;
    }

    void create(BundleContent content) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            requireSame(content);
            return;
        }
        write(content, temporary -> {
            try {
                link(temporary);
            } catch (FileAlreadyExistsException e) {
                requireSame(content);
            }
        });
    }

    void replace(BundleContent content) {
        write(content, temporary -> Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE));
    }

    /** A link never overwrites, where an atomic move silently does; without links there is a moment in which two may collide. */
    private void link(Path temporary) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void write(BundleContent content, Naming naming) {
        try {
            Path temporary = Files.createTempFile(folder, ".mlops-", ".tmp", permissions());
            try {
                force(content, temporary);
                naming.name(temporary);
            } finally {
                Files.deleteIfExists(temporary);
            }
            forceFolder();
        } catch (IOException e) {
            throw new StorageException(
                    "Bundle " + file + " cannot be written: " + e
                            + ". Check that the folder exists, is writable and has room; then write it again.",
                    e);
        }
    }

    private static void force(BundleContent content, Path temporary) throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.writeTo(out);
            channel.force(true);
        }
    }

    /** The new name is in the folder, and lost with the power unless that is forced too. Other systems do it by themselves. */
    private void forceFolder() throws IOException {
        if (posix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private void requireSame(BundleContent content) {
        try {
            if (Files.size(file) == content.size() && content.equals(BundleContent.of(Files.readAllBytes(file)))) {
                return;
            }
        } catch (IOException e) {
            throw new StorageException("Bundle " + file + " is there, but cannot be compared: " + e, e);
        }
        throw new StorageException("Bundle " + file + " cannot be written: another file is there. "
                + "Write it elsewhere, or overwrite that file on purpose.");
    }

    private FileAttribute<?>[] permissions() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
