package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Blobs for as long as the object lives. */
final class MemoryBlobs implements BlobStore {

    private final ConcurrentMap<String, BundleContent> blobs = new ConcurrentHashMap<>();

    @Override
    public void put(BundleContent content) {
        blobs.putIfAbsent(content.digest(), content);
    }

    @Override
    public Optional<BundleContent> get(String digest) {
        return Optional.ofNullable(blobs.get(Digest.require(digest)));
    }

    @Override
    public boolean contains(String digest) {
        return blobs.containsKey(Digest.require(digest));
    }

    @Override
    public void delete(String digest) {
        blobs.remove(Digest.require(digest));
    }

    @Override
    public Stream<StoredBlob> list() {
        return blobs.entrySet().stream()
                .map(blob -> new StoredBlob(blob.getKey(), blob.getValue().size()));
    }

    /** Nobody else holds the bytes, so they are sound. */
    @Override
    public void quarantine(String digest) {
        Digest.require(digest);
    }
}
