package io.mlops4j.testkit;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The simplest sound store. What its twins override is broken. */
class MapBlobs implements BlobStore {

    final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public String put(byte[] content) {
        String digest = digest(content);
        blobs.putIfAbsent(digest, copy(content));
        get(digest);
        return digest;
    }

    @Override
    public Optional<byte[]> get(String digest) {
        require(digest);
        Optional<byte[]> found = Optional.ofNullable(blobs.get(digest)).map(this::copy);
        found.ifPresent(content -> compare(digest, content));
        return found;
    }

    @Override
    public boolean contains(String digest) {
        require(digest);
        return blobs.containsKey(digest);
    }

    @Override
    public void delete(String digest) {
        require(digest);
        blobs.remove(digest);
    }

    @Override
    public Stream<StoredBlob> list() {
        return blobs.entrySet().stream().map(blob -> new StoredBlob(blob.getKey(), blob.getValue().length));
    }

    @Override
    public void quarantine(String digest) {
        require(digest);
        byte[] content = blobs.get(digest);
        if (content != null && !digest(content).equals(digest)) {
            blobs.remove(digest, content);
        }
    }

    String digest(byte[] content) {
        return BundleContent.of(content).digest();
    }

    byte[] copy(byte[] content) {
        return content.clone();
    }

    void compare(String digest, byte[] content) {
        if (!digest(content).equals(digest)) {
            throw new CorruptArtifactException("Blob " + digest + " was altered.");
        }
    }

    void require(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("No digest.");
        }
    }
}
