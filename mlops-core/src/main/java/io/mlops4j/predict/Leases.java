package io.mlops4j.predict;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls under way, so that what they use is released after the last of them and not before: by whoever is last,
 * be it a caller or the one who closes.
 */
final class Leases {

    /** The bit that says that no call may begin. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final AtomicInteger state = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Runnable release;

    Leases(Runnable release) {
        this.release = release;
    }

    /** Begins a call, which has to {@link #leave}; false if it may not begin. */
    boolean enter() {
        int calls = state.get();
        while (calls >= 0) {
            if (state.compareAndSet(calls, calls + 1)) {
                return true;
            }
            calls = state.get();
        }
        return false;
    }

    /** Ends a call. */
    void leave() {
        if (state.decrementAndGet() == CLOSED) {
            release();
        }
    }

    /** Lets no call begin any more. Does not wait for those under way. */
    void close() {
        if (state.getAndUpdate(calls -> calls | CLOSED) == 0) {
            release();
        }
    }

    /** Waits until everything is released, even if the thread is interrupted meanwhile. */
    void await() {
        boolean interrupted = false;
        while (true) {
            try {
                released.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        try {
            release.run();
        } finally {
            released.countDown();
        }
    }
}
