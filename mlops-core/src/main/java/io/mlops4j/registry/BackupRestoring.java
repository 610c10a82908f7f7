package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.storage.PrivateFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Restores one backup: into a folder beside the new home, which gets the name of the home when all of it was examined. */
final class BackupRestoring {

    private final BackupFolder backup;
    private final Path home;

    BackupRestoring(Path backup, Path home) {
        this.backup = new BackupFolder(backup);
        this.home = home;
    }

    Backup run() {
        Backup told = backup.read();
        Path parent = home.getParent();
        if (parent == null || Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            throw new StorageException("Nothing was restored to " + home
                    + ": something is there already, and is never overwritten. Give a new name.");
        }
        try {
            Path temporary = Files.createTempDirectory(parent, ".mlops-");
            try {
                Path whole = temporary.resolve("home");
                PrivateFolder.create(whole);
                fill(whole, told);
                Files.move(whole, home, StandardCopyOption.ATOMIC_MOVE);
                PrivateFolder.force(parent);
            } finally {
                delete(temporary);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "Nothing was restored to " + home + ": " + e
                            + ". Check that the backup can be read, and that there is room and a parent that is writable.",
                    e);
        }
        return told;
    }

    private void fill(Path whole, Backup told) throws IOException {
        Path file = whole.resolve("registry.db");
        Files.createFile(file, PrivateFolder.fileAttributes(whole));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            if (!BackupFolder.copy(backup.database(), out).equals(told.database())) {
                throw backup.damaged("its database is not the one that was written", null);
            }
        }
        BackupFolder.forcedDigest(file);
        Home opened = Home.open(whole);
        try (Database database = Registries.database(opened);
                BlobStore from = FolderBlobs.forReading(backup.blobs());
                BlobStore to = new FolderBlobs(opened.blobs())) {
            Set<String> needed = database.read("list the bundles", handle -> new NeededBlobs(handle).all())
                    .keySet();
            needed.forEach(digest -> to.put(content(digest, from)));
            require(new Examination(database, to).run(), told);
        }
    }

    private BundleContent content(String digest, BlobStore from) {
        try {
            return from.get(digest).orElseThrow(() -> backup.damaged("its blob " + digest + " is missing", null));
        } catch (CorruptArtifactException e) {
            throw backup.damaged("its blob " + digest + " is missing or altered", e);
        }
    }

    private void require(Checkup found, Backup told) {
        boolean same = found.sound()
                && found.blobs() == told.bundles()
                && found.bytes() == told.bytes()
                && found.audit().entries() == told.entries()
                && found.audit().lastHash().equals(told.lastHash());
        if (!same) {
            throw backup.damaged("it should have " + told + ", but has " + found, null);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
