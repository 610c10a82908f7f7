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

    final Map<String, BundleContent> blobs = new ConcurrentHashMap<>();

    @Override
    public void put(BundleContent content) {
        blobs.putIfAbsent(content.digest(), content);
        get(content.digest());
    }

    @Override
    public Optional<BundleContent> get(String digest) {
        require(digest);
        Optional<BundleContent> found = Optional.ofNullable(blobs.get(digest));
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
        return blobs.entrySet().stream()
                .map(blob -> new StoredBlob(blob.getKey(), blob.getValue().size()));
    }

    @Override
    public void quarantine(String digest) {
        require(digest);
        BundleContent content = blobs.get(digest);
        if (content != null && !content.digest().equals(digest)) {
            blobs.remove(digest, content);
        }
    }

    void compare(String digest, BundleContent content) {
        if (!content.digest().equals(digest)) {
            throw new CorruptArtifactException("Blob " + digest + " was altered.");
        }
    }

    void require(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("No digest.");
        }
    }
}
