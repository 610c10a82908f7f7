package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A store that asks another one again, a bounded number of times: everything that a store does can be done twice. */
final class RetryingBlobs implements BlobStore {

    private static final int ATTEMPTS = 6;

    private final BlobStore blobs;
    private final Backoff backoff;

    RetryingBlobs(BlobStore blobs, Backoff backoff) {
        this.blobs = blobs;
        this.backoff = backoff;
    }

    private <T> T attempt(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (StorageException | CorruptArtifactException e) {
                // half a body looks like rot; rot stays, however often somebody looks
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                backoff.after(attempt);
            }
        }
    }

    @Override
    public void put(BundleContent content) {
        attempt(() -> {
            blobs.put(content);
            return content;
        });
    }

    @Override
    public Optional<BundleContent> get(String digest) {
        return attempt(() -> blobs.get(digest));
    }

    @Override
    public boolean contains(String digest) {
        return attempt(() -> blobs.contains(digest));
    }

    @Override
    public void delete(String digest) {
        attempt(() -> {
            blobs.delete(digest);
            return digest;
        });
    }

    /** What fails while somebody walks along fails: to begin again would give some of it twice. */
    @Override
    public Stream<StoredBlob> list() {
        return attempt(blobs::list);
    }

    @Override
    public void quarantine(String digest) {
        attempt(() -> {
            blobs.quarantine(digest);
            return digest;
        });
    }

    @Override
    public void removeLeftovers(Instant before) {
        attempt(() -> {
            blobs.removeLeftovers(before);
            return before;
        });
    }

    @Override
    public void close() {
        blobs.close();
    }

    @Override
    public String toString() {
        return blobs.toString();
    }
}
