package io.mlops4j.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * All that is asked of a disk by what has to survive a power cut: few operations, each of them either forced or not. So the
 * same code runs on a disk that a test lets crash between any two of them. Safe for use by many threads.
 */
public interface Disk {

    /** How the name of a temporary file begins and ends. */
    String PREFIX = ".mlops-";

    /** The end of it. */
    String SUFFIX = ".tmp";

    /** A file that has an unpredictable name and is its owner's alone, still open. Closing does not remove it. */
    interface Temporary extends Closeable {

        /**
         * Where it is.
         *
         * @return its path
         */
        Path path();

        /**
         * Takes its content.
         *
         * @return takes it; not forced
         */
        OutputStream out();

        /**
         * Forces what was written to the disk, but not the name.
         *
         * @throws IOException if the disk refuses
         */
        void force() throws IOException;
    }

    /**
     * The disk of the machine, by {@code java.nio.file}.
     *
     * @return the disk, which has no state
     */
    static Disk real() {
        return new NioDisk();
    }

    /**
     * Makes a file that has no name of its own yet.
     *
     * @param folder where
     * @return the file, open
     * @throws IOException if it cannot be made
     */
    Temporary temporary(Path folder) throws IOException;

    /**
     * Gives a file another name, and never overwrites. The old name may be gone afterwards, or still be there.
     *
     * @param temporary its present name
     * @param file its new name
     * @throws java.nio.file.FileAlreadyExistsException if something has the new name
     * @throws IOException if it cannot be named
     */
    void link(Path temporary, Path file) throws IOException;

    /**
     * Gives a file the name of another, which is gone then. Others see the old or the new one.
     *
     * @param temporary its present name, which is gone afterwards
     * @param file its new name
     * @throws IOException if it cannot be named
     */
    void replace(Path temporary, Path file) throws IOException;

    /**
     * Removes a name.
     *
     * @param file the name
     * @return false if it was not there
     * @throws IOException if it cannot be removed
     */
    boolean delete(Path file) throws IOException;

    /**
     * Makes a folder that is its owner's alone.
     *
     * @param folder the folder; its parent has to exist
     * @return false if there is one already
     * @throws IOException if it cannot be made, or something else is there
     */
    boolean createFolder(Path folder) throws IOException;

    /**
     * Forces the names in a folder to the disk: a new name is lost with the power until then.
     *
     * @param folder the folder
     * @throws IOException if the disk refuses
     */
    void force(Path folder) throws IOException;

    /**
     * Reads a file, never through a link.
     *
     * @param file the file
     * @return all its bytes
     * @throws java.nio.file.NoSuchFileException if it is not there
     * @throws IOException if it cannot be read
     */
    byte[] read(Path file) throws IOException;

    /**
     * Says how long a file is.
     *
     * @param file the file
     * @return its length, or -1 if nothing is there
     * @throws IOException if something else is there, or nobody can know
     */
    long size(Path file) throws IOException;

    /**
     * Says when a file was written last.
     *
     * @param file the file
     * @return when, by the clock of the disk
     * @throws java.nio.file.NoSuchFileException if it is not there
     * @throws IOException if nobody can know
     */
    Instant modified(Path file) throws IOException;

    /**
     * Lists a folder.
     *
     * @param folder the folder
     * @return what is in it, by name; empty if it is not there
     * @throws IOException if it cannot be read
     */
    List<Path> list(Path folder) throws IOException;
}
