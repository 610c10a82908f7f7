package io.mlops4j.bundle;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bundle in a file of its own. */
final class BundleFile {

    private final WholeFile file;

    BundleFile(Path file) {
        this.file = new WholeFile(file);
    }

    void create(BundleContent content) {
        boolean created;
        try {
            created = file.create(content::writeTo);
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (!created) {
            requireSame(content);
        }
    }

    void replace(BundleContent content) {
        try {
            file.replace(content::writeTo);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void requireSame(BundleContent content) {
        try {
            if (Files.size(file.path()) == content.size()
                    && content.equals(BundleContent.of(Files.readAllBytes(file.path())))) {
                return;
            }
        } catch (IOException e) {
            throw new StorageException("Bundle " + file.path() + " is there, but cannot be compared: " + e, e);
        }
        throw new StorageException("Bundle " + file.path() + " cannot be written: another file is there. "
                + "Write it elsewhere, or overwrite that file on purpose.");
    }

    private StorageException unwritable(IOException e) {
        return new StorageException(
                "Bundle " + file.path() + " cannot be written: " + e
                        + ". Check that the folder exists, is writable and has room; then write it again.",
                e);
    }
}
