package io.mlops4j.deploy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The latest predictions, for truths that come later: a ring of chunks that are filled by one lane each. A new chunk takes
 * the place of the oldest one.
 */
final class Memory {

    private static final int LONGEST_CHUNK = 256;
    private static final int FEWEST_CHUNKS = 64;

    private final int chunkLength;
    private final AtomicReferenceArray<@Nullable Chunk> ring;
    private final AtomicLong next = new AtomicLong();
    /** For each lane the largest number that was dropped. */
    private final AtomicLongArray dropped = new AtomicLongArray(Lane.LAST + 1);

    /**
     * A memory.
     *
     * @param limit how many predictions it holds at most, at least 1
     */
    Memory(int limit) {
        chunkLength = Math.min(LONGEST_CHUNK, Math.max(1, limit / FEWEST_CHUNKS));
        ring = new AtomicReferenceArray<>(limit / chunkLength);
    }

    /** An empty chunk in the place of the oldest one. Never waits. */
    Chunk newChunk() {
        int at = (int) (next.getAndIncrement() % ring.length());
        Chunk oldest = ring.getAndSet(at, null);
        Chunk chunk = oldest == null ? new Chunk(chunkLength) : afterwards(oldest);
        // if somebody has gone once round meanwhile, his is newer: then this one is not found, which is as if it were
        // old
        ring.compareAndSet(at, null, chunk);
        return chunk;
    }

    /** The same chunk again, or another one if somebody may still write to it. */
    private Chunk afterwards(Chunk oldest) {
        long last = oldest.lastId();
        dropped.accumulateAndGet((int) (last & Lane.LAST), last, Math::max);
        if (oldest.isFull() && oldest.tryLock()) {
            oldest.clear();
            oldest.unlock();
            return oldest;
        }
        oldest.drop();
        return new Chunk(chunkLength);
    }

    /** What is done with a prediction that was found; its chunk is locked. */
    interface Found<T> {
        T with(Chunk chunk, int at);
    }

    /** Looks a prediction up; null if it is not there, or no more. */
    <T> @Nullable T find(long id, Found<T> found) {
        for (int i = 0; i < ring.length(); i++) {
            Chunk chunk = ring.get(i);
            if (chunk == null || chunk.find(id) < 0) {
                continue;
            }
            chunk.lock();
            try {
                int at = chunk.find(id);
                if (at >= 0) {
                    return found.with(chunk, at);
                }
            } finally {
                chunk.unlock();
            }
        }
        return null;
    }

    /** Whether a prediction that is not found may have been here. */
    boolean mayHaveDropped(long id) {
        return id <= dropped.get((int) (id & Lane.LAST));
    }
}
