package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A store that does as another one does, but for what a test overrides. */
class OtherBlobs implements BlobStore {

    private final BlobStore blobs;

    OtherBlobs(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public void put(BundleContent content) {
        blobs.put(content);
    }

    @Override
    public Optional<BundleContent> get(String digest) {
        return blobs.get(digest);
    }

    @Override
    public boolean contains(String digest) {
        return blobs.contains(digest);
    }

    @Override
    public void delete(String digest) {
        blobs.delete(digest);
    }

    @Override
    public Stream<StoredBlob> list() {
        return blobs.list();
    }

    @Override
    public void quarantine(String digest) {
        blobs.quarantine(digest);
    }

    @Override
    public void removeLeftovers(Instant before) {
        blobs.removeLeftovers(before);
    }

    @Override
    public void close() {
        blobs.close();
    }
}
