package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import io.mlops4j.storage.Disk;
import io.mlops4j.storage.FailStopDisk;
import io.mlops4j.storage.PrivateFolder;
import io.mlops4j.storage.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Blobs as files of a folder: {@code sha256/ab/cdef…}, and rotten ones in {@code quarantine/}. A path is made of a checked
 * digest and of nothing else.
 */
final class FolderBlobs implements BlobStore {

    private static final int PREFIX = 2;

    private final Disk disk;
    private final Path root;
    private final Path quarantine;

    /** The folders of this process's own blobs whose names are on the disk: that is forced once, not with every blob. */
    private final Set<Path> forced = ConcurrentHashMap.newKeySet();

    FolderBlobs(Path folder) {
        this(Disk.real(), folder);
    }

    FolderBlobs(Disk disk, Path folder) {
        this(folder, new FailStopDisk(disk));
        try {
            PrivateFolder.create(this.disk, folder);
            PrivateFolder.create(this.disk, root);
        } catch (IOException e) {
            throw new StorageException(
                    "Blob folder " + folder + " cannot be used: " + e
                            + ". It has to be a folder that can be written, or a new name in one.",
                    e);
        }
    }

    private FolderBlobs(Path folder, Disk disk) {
        this.disk = disk;
        this.root = folder.toAbsolutePath().resolve("sha256");
        this.quarantine = folder.toAbsolutePath().resolve("quarantine");
    }

    /** Blobs that somebody stored, perhaps where nothing can be written now. */
    static FolderBlobs forReading(Path folder) {
        return new FolderBlobs(folder, Disk.real());
    }

    @Override
    public void put(BundleContent content) {
        // what is there already is never overwritten, but compared; a sweep may take it away meanwhile
        while (!create(content) && get(content.digest()).isEmpty()) {}
    }

    private boolean create(BundleContent content) {
        String digest = content.digest();
        try {
            require(folder(digest));
            return new WholeFile(disk, file(digest)).create(content::writeTo);
        } catch (IOException e) {
            throw failed(
                    digest,
                    "written",
                    ". Check that there is room and that the folder is writable; then try again.",
                    e);
        }
    }

    private void require(Path folder) throws IOException {
        if (!forced.contains(folder)) {
            PrivateFolder.create(disk, folder);
            forced.add(folder);
        }
    }

    @Override
    public Optional<BundleContent> get(String digest) {
        Optional<BundleContent> content = read(Digest.require(digest));
        if (content.isPresent() && !content.get().digest().equals(digest)) {
            throw corrupt(digest);
        }
        return content;
    }

    private Optional<BundleContent> read(String digest) {
        try {
            return Optional.of(BundleContent.takingOver(disk.read(file(digest))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(digest, "read", ". Check the disk and who may read the folder.", e);
        }
    }

    @Override
    public boolean contains(String digest) {
        Path file = file(Digest.require(digest));
        try {
            return disk.size(file) >= 0;
        } catch (IOException e) {
            throw failed(digest, "looked for", ". Check that it is a file and who may read the folder.", e);
        }
    }

    @Override
    public void delete(String digest) {
        Path file = file(Digest.require(digest));
        try {
            disk.delete(file);
        } catch (IOException e) {
            throw failed(digest, "removed", ". Check that the folder is writable; then try again.", e);
        }
    }

    @Override
    public Stream<StoredBlob> list() {
        return paths(root).stream()
                .filter(folder -> folder.getFileName().toString().length() == PREFIX)
                .flatMap(folder -> paths(folder).stream())
                .flatMap(file -> stored(file).stream());
    }

    private List<Path> paths(Path folder) {
        try {
            return disk.list(folder);
        } catch (IOException e) {
            throw new StorageException(
                    "Blob folder " + root + ": " + folder + " cannot be listed: " + e
                            + ". Check the disk and who may read the folder.",
                    e);
        }
    }

    /** Temporary files are none, nor is what somebody else left here. */
    private Optional<StoredBlob> stored(Path file) {
        Path folder = file.getParent();
        String digest = (folder == null ? "" : folder.getFileName().toString()) + file.getFileName();
        if (!Digest.isOne(digest)) {
            return Optional.empty();
        }
        try {
            long size = disk.size(file);
            return size < 0 ? Optional.empty() : Optional.of(new StoredBlob(digest, size));
        } catch (IOException e) {
            throw failed(digest, "looked at", ". Check that it is a file and who may read the folder.", e);
        }
    }

    @Override
    public void quarantine(String digest) {
        Optional<BundleContent> content = read(Digest.require(digest));
        if (content.isEmpty() || content.get().digest().equals(digest)) {
            return;
        }
        try {
            PrivateFolder.create(disk, quarantine);
            setAside(digest, content.get().digest());
        } catch (IOException e) {
            throw failed(digest, "put aside", ". Check that the folder is writable; then try again.", e);
        }
    }

    /** Named by what it should be and what it is, so that nothing that is there already is lost by it. */
    private void setAside(String digest, String found) throws IOException {
        Path file = file(digest);
        Path aside = quarantine.resolve(digest + "-is-" + found.substring(0, 12));
        try {
            disk.link(file, aside);
        } catch (FileAlreadyExistsException e) {
            // the same rotten bytes, which a crash or another process left with both names
        }
        disk.force(quarantine);
        disk.delete(file);
        disk.force(folder(digest));
    }

    @Override
    public void removeLeftovers(Instant before) {
        for (Path folder : paths(root)) {
            for (Path file : paths(folder)) {
                String name = file.getFileName().toString();
                if (name.startsWith(Disk.PREFIX) && name.endsWith(Disk.SUFFIX)) {
                    removeIfOld(file, before);
                }
            }
        }
    }

    private void removeIfOld(Path file, Instant before) {
        try {
            if (disk.modified(file).isBefore(before)) {
                disk.delete(file);
            }
        } catch (NoSuchFileException e) {
            // its writer was not dead, and is done
        } catch (IOException e) {
            throw new StorageException(
                    "Blob folder " + root + ": " + file + ", which a process left that died, cannot be removed: " + e
                            + ". Check who may write the folder.",
                    e);
        }
    }

    private Path folder(String digest) {
        return root.resolve(digest.substring(0, PREFIX));
    }

    private Path file(String digest) {
        return folder(digest).resolve(digest.substring(PREFIX));
    }

    private CorruptArtifactException corrupt(String digest) {
        return new CorruptArtifactException("Blob " + digest + " in " + root
                + ": its bytes are not the ones that were stored. Put a good copy in the place of " + file(digest)
                + ", or check the home, which puts it aside, and then store the bundle again.");
    }

    private StorageException failed(String digest, String what, String advice, IOException e) {
        return new StorageException("Blob " + digest + " in " + root + " cannot be " + what + ": " + e + advice, e);
    }

    @Override
    public String toString() {
        return "blobs in " + root;
    }
}
