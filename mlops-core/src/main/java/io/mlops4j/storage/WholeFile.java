package io.mlops4j.storage;

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

/** A file that appears whole or not at all: written under another name, forced to the disk, then named. */
public final class WholeFile {

    private final Path file;
    private final Path folder;

    /**
     * A file, there or not.
     *
     * @param file where it is; its folder has to exist
     */
    public WholeFile(Path file) {
        this.file = file.toAbsolutePath();
        this.folder = this.file.getParent() == null ? this.file : this.file.getParent();
    }

    /** Writes what shall be in the file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes it.
         *
         * @param out takes it; stays open
         * @throws IOException if it does not take it
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Gives the file its name; the temporary one is removed afterwards if it is still there. */
    private interface Naming {
        void name(Path temporary) throws IOException;
    }

    /**
     * Where it is.
     *
     * @return the absolute path
     */
    public Path path() {
        return file;
    }

    /**
     * Writes it where nothing is yet.
     *
     * @param content what shall be in it
     * @return false if something is there already, which was left alone, but whose name is on the disk now
     * @throws IOException if it cannot be written; then nothing is there
     */
    public boolean create(Content content) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                write(content, this::link);
                return true;
            } catch (FileAlreadyExistsException e) {
                // another writer was faster
            }
        }
        PrivateFolder.force(folder);
        return false;
    }

    /**
     * Writes it in the place of whatever file is there. Others see the old one or the new one, never a mixture.
     *
     * @param content what shall be in it
     * @throws IOException if it cannot be written; then the old one is there
     */
    public void replace(Content content) throws IOException {
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

    private void write(Content content, Naming naming) throws IOException {
        Path temporary = Files.createTempFile(folder, ".mlops-", ".tmp", PrivateFolder.fileAttributes(folder));
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                content.writeTo(out);
                channel.force(true);
            }
            naming.name(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
        PrivateFolder.force(folder);
    }
}
