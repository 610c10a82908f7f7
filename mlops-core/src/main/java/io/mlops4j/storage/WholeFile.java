package io.mlops4j.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** A file that appears whole or not at all: written under another name, forced to the disk, then named. */
public final class WholeFile {

    private final Disk disk;
    private final Path file;
    private final Path folder;

    /**
     * A file on the disk of the machine, there or not.
     *
     * @param file where it is; its folder has to exist
     */
    public WholeFile(Path file) {
        this(Disk.real(), file);
    }

    /**
     * A file, there or not.
     *
     * @param disk the disk
     * @param file where it is; its folder has to exist
     */
    public WholeFile(Disk disk, Path file) {
        this.disk = disk;
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
        if (disk.size(file) < 0) {
            try {
                write(content, temporary -> disk.link(temporary, file));
                return true;
            } catch (FileAlreadyExistsException e) {
                // another writer was faster
            }
        }
        disk.force(folder);
        return false;
    }

    /**
     * Writes it in the place of whatever file is there. Others see the old one or the new one, never a mixture.
     *
     * @param content what shall be in it
     * @throws IOException if it cannot be written; then the old one is there
     */
    public void replace(Content content) throws IOException {
        write(content, temporary -> disk.replace(temporary, file));
    }

    private void write(Content content, Naming naming) throws IOException {
        Disk.Temporary temporary = disk.temporary(folder);
        try {
            try (temporary) {
                content.writeTo(temporary.out());
                temporary.force();
            }
            naming.name(temporary.path());
        } finally {
            disk.delete(temporary.path());
        }
        disk.force(folder);
    }
}
