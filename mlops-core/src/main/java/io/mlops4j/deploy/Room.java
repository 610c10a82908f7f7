package io.mlops4j.deploy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy.Eviction;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The room that a cache and the loads under way share: who loads takes its room first, and the cache keeps what is left. A
 * cache may forget a model a moment before it lets go of it, or in another thread, so what is held is counted here: both
 * together are never beyond the limit, not even for a moment.
 */
final class Room {

    private static final long A_MOMENT = 1;

    private final long limit;
    private final Cache<?, ?> cache;
    private final Eviction<?, ?> eviction;
    /** What loads under way have taken. */
    private long taken;
    /** What was taken and not let go of since; changed without the lock, because whoever evicts has one of the cache. */
    private final AtomicLong held = new AtomicLong();

    Room(long limit, Cache<?, ?> cache) {
        this.limit = limit;
        this.cache = cache;
        this.eviction = cache.policy().eviction().orElseThrow();
    }

    /** Takes room, and waits for it while others load; the weight is within the limit. */
    synchronized void take(long weight) {
        boolean interrupted = false;
        while (taken + weight > limit) {
            interrupted |= pause(0);
        }
        taken += weight;
        eviction.setMaximum(limit - taken);
        while (held.get() + weight > limit) {
            interrupted |= pause(A_MOMENT);
            cache.cleanUp();
        }
        held.addAndGet(weight);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the thread was interrupted: those who load will end, and those who evict will let go. */
    private boolean pause(long milliseconds) {
        try {
            wait(milliseconds);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Gives room back, to what is put into the cache with it. */
    synchronized void give(long weight, Runnable into) {
        taken -= weight;
        eviction.setMaximum(limit - taken);
        into.run();
        notifyAll();
    }

    /** Counts that a model was let go of, or never came to be. */
    void letGo(long weight) {
        held.addAndGet(-weight);
    }
}
