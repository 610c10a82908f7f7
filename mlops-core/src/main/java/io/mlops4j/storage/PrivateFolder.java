package io.mlops4j.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/** Folders and files for their owner alone, where the file system knows owners. */
public final class PrivateFolder {

    private PrivateFolder() {}

    /**
     * Makes a folder on the disk of the machine, as {@link #create(Disk, Path)} does.
     *
     * @param folder the folder; its parent has to exist
     * @throws IOException if it cannot be made, or something else is there
     */
    public static void create(Path folder) throws IOException {
        create(Disk.real(), folder);
    }

    /**
     * Makes a folder that is not there yet, readable and writable for its owner only, and forces its name to the disk. One
     * that is there stays as it is.
     *
     * @param disk the disk
     * @param folder the folder; its parent has to exist
     * @throws IOException if it cannot be made, or something else is there
     */
    public static void create(Disk disk, Path folder) throws IOException {
        disk.createFolder(folder);
        // also if it was there: whoever made it may not have come to this line
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            disk.force(parent);
        }
    }

    /**
     * Forces the names in a folder of the machine's disk: a new name is lost with the power until then.
     *
     * @param folder the folder
     * @throws IOException if the disk refuses
     */
    public static void force(Path folder) throws IOException {
        Disk.real().force(folder);
    }

    /**
     * The attributes of a new file that only its owner reads and writes.
     *
     * @param place a path on the same file system
     * @return the attributes; none where there are no owners
     */
    public static FileAttribute<?>[] fileAttributes(Path place) {
        return Permissions.ofFile(place);
    }
}
