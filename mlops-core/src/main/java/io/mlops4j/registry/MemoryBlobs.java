package io.mlops4j.registry;

import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Blobs for as long as the object lives. */
final class MemoryBlobs implements BlobStore {

    private final ConcurrentMap<String, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public String put(byte[] content) {
        byte[] copy = content.clone();
        String digest = Digest.of(copy);
        blobs.putIfAbsent(digest, copy);
        return digest;
    }

    @Override
    public Optional<byte[]> get(String digest) {
        return Optional.ofNullable(blobs.get(Digest.require(digest))).map(byte[]::clone);
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
        return blobs.entrySet().stream().map(blob -> new StoredBlob(blob.getKey(), blob.getValue().length));
    }

    /** Nobody else holds the bytes, so they are sound. */
    @Override
    public void quarantine(String digest) {
        Digest.require(digest);
    }
}
