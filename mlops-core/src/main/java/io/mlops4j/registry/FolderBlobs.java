package io.mlops4j.registry;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.storage.PrivateFolder;
import io.mlops4j.storage.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Blobs as files of a folder: {@code sha256/ab/cdef…}. A path is made of a checked digest and of nothing else. */
final class FolderBlobs implements BlobStore {

    private static final int PREFIX = 2;

    private final Path root;

    /** The store makes no links, so one that is there is somebody else's; not every file system knows of links. */
    private final OpenOption[] reading;

    /** The folders of this process's own blobs whose names are on the disk: that is forced once, not with every blob. */
    private final Set<Path> forced = ConcurrentHashMap.newKeySet();

    FolderBlobs(Path folder) {
        this.root = folder.toAbsolutePath().resolve("sha256");
        this.reading = root.getFileSystem().equals(FileSystems.getDefault())
                ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS}
                : new OpenOption[0];
        try {
            PrivateFolder.create(folder);
            PrivateFolder.create(root);
        } catch (IOException e) {
            throw new StorageException(
                    "Blob folder " + folder + " cannot be used: " + e
                            + ". It has to be a folder that can be written, or a new name in one.",
                    e);
        }
    }

    @Override
    public String put(byte[] content) {
        String digest = Digest.of(content);
        Path file = file(digest);
        boolean created;
        try {
            require(folder(digest));
            created = new WholeFile(file).create(out -> out.write(content));
        } catch (IOException e) {
            throw failed(
                    digest,
                    "written",
                    ". Check that there is room and that the folder is writable; then try again.",
                    e);
        }
        if (!created) {
            requireSame(digest, content);
        }
        return digest;
    }

    /** Equal bytes are stored once; but a copy that rotted is no copy, and nothing here is ever overwritten. */
    private void requireSame(String digest, byte[] content) {
        byte[] present = get(digest)
                .orElseThrow(() -> new StorageException("Blob " + digest + " in " + root
                        + " was there and is gone: somebody removes blobs. Try again."));
        if (!Arrays.equals(present, content)) {
            throw corrupt(digest);
        }
    }

    private void require(Path folder) throws IOException {
        if (!forced.contains(folder)) {
            PrivateFolder.create(folder);
            forced.add(folder);
        }
    }

    @Override
    public Optional<byte[]> get(String digest) {
        Path file = file(Digest.require(digest));
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, reading)) {
            bytes = in.readAllBytes();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(digest, "read", ". Check the disk and who may read the folder.", e);
        }
        if (!Digest.of(bytes).equals(digest)) {
            throw corrupt(digest);
        }
        return Optional.of(bytes);
    }

    @Override
    public boolean contains(String digest) {
        Path file = file(Digest.require(digest));
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        throw new StorageException("Blob " + digest + " in " + root
                + ": whether it is there cannot be known. Check that it is a file and who may read the folder.");
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
                + ".");
    }

    private StorageException failed(String digest, String what, String advice, IOException e) {
        return new StorageException("Blob " + digest + " in " + root + " cannot be " + what + ": " + e + advice, e);
    }

    @Override
    public String toString() {
        return "blobs in " + root;
    }
}
