package io.mlops4j.registry;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: up to twice as long each time, and by chance, so that those who were in each
 * other's way do not meet again. Safe for use by many threads.
 */
final class Backoff {

    private static final long FIRST_NANOS = 4_000_000;
    private static final int MOST_DOUBLINGS = 7;

    private final RandomGenerator random;
    private final LongConsumer pause;

    /**
     * A way to wait.
     *
     * @param random what is chance; used by one thread at a time
     * @param pause waits for so many nanoseconds
     */
    Backoff(RandomGenerator random, LongConsumer pause) {
        this.random = random;
        this.pause = pause;
    }

    /**
     * Waits by the real time.
     *
     * @param ticker gives the chance its seed
     */
    static Backoff real(LongSupplier ticker) {
        return new Backoff(new SplittableRandom(ticker.getAsLong()), LockSupport::parkNanos);
    }

    /**
     * Waits after an attempt that did not succeed.
     *
     * @param attempt its number, from 1
     */
    void after(int attempt) {
        long longest = FIRST_NANOS << Math.min(attempt - 1, MOST_DOUBLINGS);
        long nanos;
        synchronized (random) {
            nanos = random.nextLong(longest / 2, longest + 1);
        }
        pause.accept(nanos);
    }
}
