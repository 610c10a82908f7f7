package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.storage.Disk;
import io.mlops4j.storage.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one backup: the database as it is at one moment first, then the bundles that its rows need. */
final class BackupWriting {

    private final Path home;
    private final Path into;
    private final BackupFolder backup;

    BackupWriting(Path home, Path into) {
        this.home = home;
        this.into = into;
        this.backup = new BackupFolder(into);
    }

    Backup run() {
        if (!Files.isRegularFile(home.resolve("registry.db"))) {
            throw new StorageException("There is no home in " + home + " to back up: it has no registry.db.");
        }
        try {
            if (!Disk.real().createFolder(into)) {
                throw new StorageException(
                        "Backup " + into + " cannot be written: the folder is there already. Give a new name.");
            }
            PrivateFolder.create(into);
            copyDatabase();
            return copyBundles();
        } catch (IOException e) {
            throw new StorageException(
                    "Backup " + into + " cannot be written: " + e
                            + ". Check that there is room and that its parent is writable; then remove it and try again.",
                    e);
        }
    }

    private void copyDatabase() throws IOException {
        // made here, because SQLite would let others read it
        Files.createFile(backup.database(), PrivateFolder.fileAttributes(into));
        try (Database source = Registries.database(Home.open(home))) {
            source.query(
                    "copy the database",
                    handle -> handle.createUpdate("VACUUM INTO :file")
                            .bind("file", backup.database().toString())
                            .execute());
        }
    }

    private Backup copyBundles() throws IOException {
        AuditCheck audit;
        long bytes = 0;
        Map<String, ?> needed;
        try (Database copy = Registries.database(Home.open(into));
                BlobStore from = new FolderBlobs(Home.open(home).blobs());
                BlobStore to = new FolderBlobs(backup.blobs())) {
            audit = copy.read("examine the audit", handle -> new AuditExamination(handle, Optional.empty()).run());
            if (!audit.intact()) {
                throw incomplete("its audit is " + audit, null);
            }
            needed = copy.read("list the bundles", handle -> new NeededBlobs(handle).all());
            for (String digest : needed.keySet()) {
                bytes += copy(digest, from, to);
            }
        }
        Backup written = new Backup(
                BackupFolder.forcedDigest(backup.database()), needed.size(), bytes, audit.entries(), audit.lastHash());
        backup.complete(written);
        return written;
    }

    private long copy(String digest, BlobStore from, BlobStore to) {
        BundleContent content;
        try {
            content = from.get(digest).orElseThrow(() -> incomplete("its blob " + digest + " is missing", null));
        } catch (CorruptArtifactException e) {
            throw incomplete("its blob " + digest + " is missing or altered", e);
        }
        to.put(content);
        return content.size();
    }

    private CorruptArtifactException incomplete(String problem, @Nullable CorruptArtifactException cause) {
        return new CorruptArtifactException(
                "Home " + home + " is not backed up: " + problem + ". Check the home and mend it; then remove " + into
                        + " and try again.",
                cause);
    }
}
