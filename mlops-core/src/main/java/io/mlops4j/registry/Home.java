package io.mlops4j.registry;

import io.mlops4j.api.error.StorageException;
import io.mlops4j.storage.PrivateFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that holds a registry: {@code registry.db} and {@code blobs/}. What cannot be one is refused here. */
final class Home {

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** Opens a home, or makes it where nothing is yet. */
    static Home open(Path folder) {
        Home home = new Home(folder.toAbsolutePath().normalize());
        home.check();
        return home;
    }

    private void check() {
        if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
            throw refused("it does not lie in the file system of the machine, where SQLite works");
        } else if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refused("it is a file, not a folder");
        } else if (folder.getParent() != null && !Files.isDirectory(folder.getParent())) {
            throw refused("there is no folder " + folder.getParent() + " to make it in");
        }
        try {
            PrivateFolder.create(folder);
            probe();
        } catch (IOException e) {
            throw new StorageException(refusal("it cannot be written: " + e), e);
        }
        requireFile(database());
    }

    /** Whether a folder can be written is known when something was: permissions say little of a disk that is read-only. */
    private void probe() throws IOException {
        Files.delete(Files.createTempFile(folder, ".mlops-", ".tmp", PrivateFolder.fileAttributes(folder)));
    }

    private void requireFile(Path database) {
        try {
            // made here, because SQLite would let others read it
            Files.createFile(database, PrivateFolder.fileAttributes(folder));
            PrivateFolder.force(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(database)) {
                throw refused(database.getFileName() + " in it is not a file");
            } else if (!Files.isReadable(database) || !Files.isWritable(database)) {
                throw refused(database.getFileName() + " in it cannot be read and written");
            }
        } catch (IOException e) {
            throw new StorageException(refusal("it cannot be written: " + e), e);
        }
    }

    Path database() {
        return folder.resolve("registry.db");
    }

    Path blobs() {
        return folder.resolve("blobs");
    }

    private StorageException refused(String problem) {
        return new StorageException(refusal(problem));
    }

    private String refusal(String problem) {
        return "Home " + folder + " cannot be opened: " + problem
                + ". A home is a folder that can be written, or a new name in one.";
    }
}
