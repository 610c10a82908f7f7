package io.mlops4j.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files for their owner alone, where the file system knows owners. */
public final class PrivateFolder {

    private PrivateFolder() {}

    /**
     * Makes a folder that is not there yet, readable and writable for its owner only, and forces its name to the disk. One
     * that is there stays as it is.
     *
     * @param folder the folder; its parent has to exist
     * @throws IOException if it cannot be made, or something else is there
     */
    public static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, permissions(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        // also if it was there: whoever made it may not have come to this line
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            force(parent);
        }
    }

    /**
     * The attributes of a new file that only its owner reads and writes.
     *
     * @param place a path on the same file system
     * @return the attributes; none where there are no owners
     */
    public static FileAttribute<?>[] fileAttributes(Path place) {
        return permissions(place, "rw-------");
    }

    /**
     * Forces the names in a folder to the disk: a new name is lost with the power until then. Systems without POSIX do it by
     * themselves.
     *
     * @param folder the folder
     * @throws IOException if the disk refuses
     */
    public static void force(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(Path place, String permissions) {
        return posix(place)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
