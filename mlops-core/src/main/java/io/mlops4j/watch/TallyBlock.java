package io.mlops4j.watch;

import io.mlops4j.predict.Station;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one version, added to by one caller at a time, with plain increments. Anybody may take a consistent copy at any
 * time: a copy that was disturbed is made again, and if whoever counts is too busy to let one pass, he makes it himself,
 * between two rows. He never waits.
 */
public final class TallyBlock {

    private static final VarHandle VALUES = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int VERSION = TallyLayout.VERSION;
    /** So many places lie before and after, so that two blocks never share a cache line, nor a pair of them. */
    private static final int PADDING = 32;

    private static final int PATIENCE = 8;
    private static final int SPINS = 1000;
    private static final long PAUSE = 10_000;

    private final NumberSlots numbers;
    private final CategorySlots categories;
    private final @Nullable CountedColumn score;
    private final @Nullable CountedColumn label;
    private final long[] values;
    /**
     * Where the present row is counted. All of it is found before anything is counted: a processor that does not guess
     * whether a load depends on an earlier store, be it for its security, would wait for each count before it looks for the
     * next one.
     */
    private final int[] found;

    private final int foundEnd;

    private volatile boolean wanted;
    private volatile long @Nullable [] handed;

    TallyBlock(TallyLayout layout, NumberSlots numbers, CategorySlots categories) {
        this.numbers = numbers;
        this.categories = categories;
        this.score = layout.score();
        this.label = layout.label();
        this.values = new long[layout.size()];
        this.foundEnd = PADDING + numbers.places() + categories.places() + 3;
        this.found = new int[foundEnd + PADDING];
    }

    /**
     * Counts an answer.
     *
     * @param station shows the row
     * @param score the score, if there is one number
     * @param label the index of the predicted class, if there are classes
     * @param nanoseconds how long it took
     */
    public void answered(Station<?> station, double score, int label, long nanoseconds) {
        int[] slots = found;
        int next = PADDING;
        numbers.find(station, slots, next);
        next += numbers.places();
        categories.find(station, slots, next);
        next += categories.places();
        slots[next] = answer(score, label);
        slots[next + 1] = TallyLayout.LATENCY + LatencyBins.bin(nanoseconds);
        slots[next + 2] = TallyLayout.ANSWERS;
        count(slots);
    }

    /** Where an answer is counted, by score and class at once. */
    private int answer(double number, int code) {
        return (score == null ? 0 : score.part(score.bins().bin(number)))
                + (label == null ? 0 : label.part(label.bins().bin(code)));
    }

    private void count(int[] slots) {
        long[] counts = values;
        begin();
        try {
            for (int i = PADDING; i < foundEnd; i++) {
                counts[slots[i]]++;
            }
        } finally {
            end();
        }
    }

    /** Counts a row that was not answered. */
    public void failed() {
        begin();
        values[TallyLayout.FAILURES]++;
        end();
    }

    private void begin() {
        VALUES.setOpaque(values, VERSION, values[VERSION] + 1);
        VarHandle.storeStoreFence();
    }

    private void end() {
        VALUES.setRelease(values, VERSION, values[VERSION] + 1);
        if (wanted) {
            wanted = false;
            handed = values.clone();
        }
    }

    /** One number, as it is now. */
    long get(int index) {
        return (long) VALUES.getAcquire(values, index);
    }

    /** All numbers of one moment. For one reader at a time. */
    long[] copy() {
        long first = (long) VALUES.getAcquire(values, VERSION);
        long[] copy = new long[values.length];
        for (int i = 0; ; i++) {
            if (tryCopy(copy)) {
                wanted = false;
                return copy;
            }
            long[] given = handed;
            if (given != null && given[VERSION] >= first) {
                return given;
            }
            if (i >= PATIENCE) {
                wanted = true;
            }
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private boolean tryCopy(long[] copy) {
        long before = (long) VALUES.getAcquire(values, VERSION);
        if ((before & 1) != 0) {
            return false;
        }
        System.arraycopy(values, 0, copy, 0, copy.length);
        VarHandle.loadLoadFence();
        return (long) VALUES.getOpaque(values, VERSION) == before;
    }
}
