package io.mlops4j.registry;

import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import java.nio.file.Path;

/**
 * Carries a whole registry or one version into another registry, between SQLite and PostgreSQL too, by one file that says of
 * every part of itself what its SHA-256 is. The rows of a whole registry are held in memory on the way, about 2 KB a version;
 * its bundles are not.
 */
public final class Transfers {

    private Transfers() {}

    /**
     * Writes everything that a registry knows at one moment, and every bundle that a version needs. Others may use it
     * meanwhile. The audit and every bundle are examined on the way.
     *
     * @param registry one that this library opened
     * @param file the new file, which must not be there yet; its folder has to exist
     * @return what is in it
     * @throws io.mlops4j.api.error.StorageException if something is there already, or it cannot be written
     * @throws io.mlops4j.api.error.CorruptArtifactException if the registry has lost something; nothing less than all of it is
     *     carried
     * @throws IllegalArgumentException if the registry is somebody else's
     */
    public static Transfer exportAll(ModelRegistry registry, Path file) {
        return new TransferWriting(own(registry), file.toAbsolutePath().normalize()).run();
    }

    /**
     * Fills an empty registry: the same versions, approvals, aliases, policies and keys, and the same audit with the same
     * hashes. The whole file is examined before anything is written, and the rows appear all at once or not at all.
     *
     * @param file a file that {@link #exportAll} wrote
     * @param registry one that this library opened and that knows nothing yet
     * @return what was in it
     * @throws io.mlops4j.api.error.CorruptArtifactException if the file is damaged, altered, or of a newer library
     * @throws io.mlops4j.api.error.ConflictException if the registry is not empty
     * @throws io.mlops4j.api.error.StorageException if the file cannot be read or the registry cannot be written
     * @throws IllegalArgumentException if the registry is somebody else's
     */
    public static Transfer importAll(Path file, ModelRegistry registry) {
        return new TransferReading(file.toAbsolutePath().normalize(), own(registry)).run();
    }

    /**
     * Writes one version with its bundle: what it is, how it was judged and by whom it was let live here.
     *
     * @param registry any registry
     * @param version a version of it
     * @param file the new file, which must not be there yet; its folder has to exist
     * @throws io.mlops4j.api.error.StorageException if something is there already, or it cannot be written
     * @throws io.mlops4j.api.error.CorruptArtifactException if the bundle or its row in the audit was lost
     */
    public static void exportVersion(ModelRegistry registry, ModelVersion version, Path file) {
        new VersionFile(file).write(registry, version);
    }

    /**
     * Reads one version with its bundle. The whole file is examined; the bundle itself is not opened.
     *
     * @param file a file that {@link #exportVersion} wrote
     * @return what is in it
     * @throws io.mlops4j.api.error.CorruptArtifactException if the file is damaged, altered, or of a newer library
     * @throws io.mlops4j.api.error.StorageException if it cannot be read
     */
    public static ExportedVersion readVersion(Path file) {
        return new VersionFile(file).read();
    }

    private static SqlRegistry own(ModelRegistry registry) {
        if (registry instanceof SqlRegistry sql) {
            return sql;
        }
        throw new IllegalArgumentException("Only a registry of this library can be carried, not a "
                + registry.getClass().getName() + ".");
    }
}
