package io.mlops4j.registry;

import java.nio.file.Path;

/**
 * Backups of registries in folders. A registry in PostgreSQL is backed up by the means of PostgreSQL first and its store of
 * bundles afterwards, in this order: a bundle is there before its row, and stays for as long as a row needs it.
 */
public final class Backups {

    private Backups() {}

    /**
     * Copies a home as it is at one moment, while others use it. Every bundle and the audit are examined on the way. The backup
     * is complete when {@code backup.json} is in it.
     *
     * @param home the home
     * @param into the folder of the backup, which must not be there yet; its parent has to exist
     * @return what is in the backup
     * @throws io.mlops4j.api.error.StorageException if there is no home, something is there already, or it cannot be written
     * @throws io.mlops4j.api.error.CorruptArtifactException if the home has lost something; nothing less than all of it is a
     *     backup
     */
    public static Backup write(Path home, Path into) {
        return new BackupWriting(
                        home.toAbsolutePath().normalize(), into.toAbsolutePath().normalize())
                .run();
    }

    /**
     * Makes a home of a backup. All of it is examined before the home gets its name.
     *
     * @param backup the folder of the backup, which may be read-only
     * @param home the new home, which must not be there yet; its parent has to exist
     * @return what was in the backup
     * @throws io.mlops4j.api.error.StorageException if something is there already, or it cannot be read or written
     * @throws io.mlops4j.api.error.CorruptArtifactException if it is no complete backup, or damaged; then there is no home
     */
    public static Backup restore(Path backup, Path home) {
        return new BackupRestoring(
                        backup.toAbsolutePath().normalize(),
                        home.toAbsolutePath().normalize())
                .run();
    }
}
