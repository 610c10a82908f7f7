package io.mlops4j.deploy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What one prediction at a time uses: numbers of its own, and a chunk of the memory for feedback. */
final class Lane {

    /** How many bits of a prediction's number say in which lane it was made. */
    static final int BITS = 9;

    /** The last number of a lane; all that come after it share it. */
    static final int LAST = (1 << BITS) - 1;

    private static final VarHandle STATE = MethodHandles.arrayElementVarHandle(long[].class);

    /** So many numbers lie before and after, so that two lanes never share a cache line, nor a pair of them. */
    private static final int PADDING = 16;

    private static final int TAKEN = PADDING;
    private static final int LAST_ID = PADDING + 1;
    private static final int USED = PADDING + 2;

    final int number;
    private final @Nullable AtomicLong shared;
    private final long[] state = new long[3 + 2 * PADDING];
    private @Nullable Chunk chunk;

    /**
     * A lane.
     *
     * @param shared where the numbers come from if several lanes have the same number, else null
     */
    Lane(int number, @Nullable AtomicLong shared) {
        this.number = number;
        this.shared = shared;
    }

    boolean tryTake() {
        return (long) STATE.getOpaque(state, TAKEN) == 0 && STATE.compareAndSet(state, TAKEN, 0L, 1L);
    }

    void release() {
        STATE.setRelease(state, TAKEN, 0L);
    }

    /** The next number, not below another one that ends with zeros. */
    long nextId(long first) {
        long candidate = first | Math.min(number, LAST);
        long next = shared == null ? after(state[LAST_ID], candidate) : shared.accumulateAndGet(candidate, Lane::after);
        STATE.setOpaque(state, LAST_ID, next);
        return next;
    }

    /** The last number that it gave, 0 before the first. */
    long lastId() {
        return (long) STATE.getOpaque(state, LAST_ID);
    }

    private static long after(long last, long candidate) {
        return candidate > last ? candidate : last + (1L << BITS);
    }

    /** Remembers a prediction, until it is too old or too many come after it. */
    void remember(Memory memory, long id, int version, long predicted) {
        Chunk present = chunk;
        int at = (int) state[USED];
        if (present == null || at == present.length() || present.isDropped()) {
            present = memory.newChunk();
            chunk = present;
            at = 0;
        }
        present.put(at, id, version, predicted);
        state[USED] = at + 1L;
    }
}
