package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Two threads predict without a pause while versions are swapped, and compare every answer with the version it names. */
final class Soak {

    private static final int THREADS = 2;
    private static final int STEP = 1000;
    private static final int PAUSE = 50_000;

    private final List<Penguin> rows;
    /** What each version answers to each row; version 0 is none. */
    private final double[][] known;

    private final AtomicLong done = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private long heapEarly;
    private long heapLate;

    Soak(List<Penguin> rows, double[][] known) {
        this.rows = rows;
        this.known = known;
    }

    /** Goes on until there are so many predictions and swaps, which are spread evenly over them. */
    void run(Function<Penguin, Served<Classification>> predict, long predictions, int swaps, IntConsumer swap)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                ends.add(threads.submit(() -> predictUntil(predict, predictions)));
            }
            for (int i = 0; i < swaps; i++) {
                while (done.get() < predictions * i / swaps && errors.get() == 0) {
                    LockSupport.parkNanos(PAUSE);
                }
                swap.accept(i);
                if (i == swaps / 4) {
                    heapEarly = heap();
                }
            }
            for (Future<?> end : ends) {
                end.get();
            }
            heapLate = heap();
        } finally {
            threads.shutdownNow();
        }
    }

    private void predictUntil(Function<Penguin, Served<Classification>> predict, long predictions) {
        while (done.get() < predictions) {
            for (int i = 0; i < STEP; i++) {
                int row = i % rows.size();
                try {
                    Served<Classification> served = predict.apply(rows.get(row));
                    double[] answers = known[served.version()];
                    if (served.answer().probability("Gentoo") != answers[row]) {
                        wrong.incrementAndGet();
                    }
                } catch (RuntimeException e) {
                    errors.incrementAndGet();
                }
            }
            done.addAndGet(STEP);
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    long done() {
        return done.get();
    }

    /** Answers that do not belong to the version that they name. */
    long wrong() {
        return wrong.get();
    }

    long errors() {
        return errors.get();
    }

    /** How many bytes the heap has grown from the first quarter to the end. */
    long growth() {
        return heapLate - heapEarly;
    }
}
