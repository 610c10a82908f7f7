package io.mlops4j.deploy;

import com.github.benmanes.caffeine.cache.Policy.Eviction;

/**
 * The room that a cache and the loads under way share: who loads takes its room first, and the cache keeps what is left. So
 * both together are never beyond the limit, not even for a moment.
 */
final class Room {

    private final long limit;
    private final Eviction<?, ?> cache;
    private long taken;

    Room(long limit, Eviction<?, ?> cache) {
        this.limit = limit;
        this.cache = cache;
    }

    /** Takes room, and waits for it while others load; the weight is within the limit. */
    synchronized void take(long weight) {
        boolean interrupted = false;
        while (taken + weight > limit) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // those who load will end
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        taken += weight;
        cache.setMaximum(limit - taken);
    }

    /** Gives room back, to what is put into the cache with it. */
    synchronized void give(long weight, Runnable into) {
        taken -= weight;
        cache.setMaximum(limit - taken);
        into.run();
        notifyAll();
    }
}
