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

    /** Takes room, and waits for it while others load, or let go; the weight is within the limit. */
    synchronized void take(long weight) {
        boolean interrupted = false;
        boolean reserved = reserve(weight);
        while (!reserved || held.get() + weight > limit) {
            try {
                wait(reserved ? A_MOMENT : 0);
            } catch (InterruptedException e) {
                interrupted = true; // those who load will end, and those who evict will let go
            }
            if (reserved) {
                cache.cleanUp();
            } else {
                reserved = reserve(weight);
            }
        }
        held.addAndGet(weight);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean reserve(long weight) {
        if (taken + weight > limit) {
            return false;
        }
        taken += weight;
        eviction.setMaximum(limit - taken);
        return true;
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
