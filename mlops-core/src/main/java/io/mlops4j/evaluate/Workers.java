package io.mlops4j.evaluate;

import io.mlops4j.api.error.MlopsException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does numbered pieces of work on the caller's thread and on helpers. A helper that starts late finds nothing left, and
 * nobody waits for it; so an executor without a free thread cannot block the caller.
 */
final class Workers {

    private final Executor executor;
    private final int helpers;

    private Workers(Executor executor, int helpers) {
        this.executor = executor;
        this.helpers = helpers;
    }

    static Workers none() {
        return new Workers(Runnable::run, 0);
    }

    static Workers of(Executor executor, int helpers) {
        if (helpers < 0) {
            throw new IllegalArgumentException("There are at least 0 helpers, not " + helpers + ".");
        }
        return new Workers(executor, helpers);
    }

    /** Returns when all pieces are done, or throws what the first failed one threw. */
    void run(int pieces, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(pieces);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        refuseInterrupt();
                        work.accept(piece);
                    }
                } catch (Throwable e) { // an Error too: a piece that is missing must not look like one that is done
                    failure.compareAndSet(null, e);
                } finally {
                    left.countDown();
                }
            }
        };
        callHelpers(Math.min(helpers, pieces - 1), worker);
        worker.run();
        await(left, failure);
        if (failure.get() instanceof Error error) {
            throw error;
        } else if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** An executor that is full or shut down is no failure: the caller does what nobody else does. */
    private void callHelpers(int count, Runnable worker) {
        try {
            for (int helper = 0; helper < count; helper++) {
                executor.execute(worker);
            }
        } catch (RejectedExecutionException e) {
            // those that were taken help, and there is nobody else to ask
        }
    }

    private static void refuseInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new MlopsException("The bootstrap was interrupted before all of its draws were measured.");
        }
    }

    private static void await(CountDownLatch left, AtomicReference<@Nullable Throwable> failure) {
        try {
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.compareAndSet(
                    null, new MlopsException("The bootstrap was interrupted while its helpers measured draws.", e));
        }
    }
}
