package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A store at the other end of a bad network: throttled, out of order, answers lost or cut off, listings of yesterday. */
final class FaultyBlobs extends OtherBlobs {

    private final Random random;
    private final List<StoredBlob> yesterday = new ArrayList<>();
    private boolean staleListings;
    private int faults;

    FaultyBlobs(BlobStore blobs, long seed) {
        super(blobs);
        this.random = new Random(seed);
    }

    int faults() {
        return faults;
    }

    /** From now on it lists what was there when this was called, and nothing newer. */
    FaultyBlobs listStale() {
        staleListings = true;
        yesterday.clear();
        super.list().forEach(yesterday::add);
        return this;
    }

    private synchronized int next(int bound) {
        return random.nextInt(bound);
    }

    private synchronized StorageException fault(String what) {
        faults++;
        return new StorageException(what);
    }

    private <T> T answer(Supplier<T> work) {
        switch (next(20)) {
            case 0 -> throw fault("503 Slow Down");
            case 1 -> throw fault("500 Internal Error");
            case 2 -> {
                T nobodyHeard = work.get();
                throw fault("connection reset after " + nobodyHeard.getClass());
            }
            default -> {
                return work.get();
            }
        }
    }

    @Override
    public void put(BundleContent content) {
        answer(() -> {
            super.put(content);
            return content;
        });
    }

    @Override
    public Optional<BundleContent> get(String digest) {
        return answer(() -> {
            Optional<BundleContent> content = super.get(digest);
            if (content.isPresent() && next(20) == 0) {
                fault("half a body");
                throw new CorruptArtifactException("Blob " + digest + ": half a body.");
            }
            return content;
        });
    }

    @Override
    public boolean contains(String digest) {
        return answer(() -> super.contains(digest));
    }

    @Override
    public void delete(String digest) {
        answer(() -> {
            super.delete(digest);
            return digest;
        });
    }

    @Override
    public Stream<StoredBlob> list() {
        return answer(() -> staleListings ? List.copyOf(yesterday).stream() : super.list());
    }

    @Override
    public void quarantine(String digest) {
        answer(() -> {
            super.quarantine(digest);
            return digest;
        });
    }
}
