package io.mlops4j.deploy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Predictions of one lane in the order of their numbers, and their truths. One lane writes the predictions, without a lock;
 * whoever tells a truth, or empties the chunk, {@link #tryLock() locks} it.
 */
final class Chunk {

    private static final VarHandle ENTRIES = MethodHandles.arrayElementVarHandle(long[].class);

    /** What stands in an entry: one after the other, so that writing them goes through memory in one line. */
    private static final int ID = 0;

    private static final int PREDICTED = 1;
    private static final int VERSION = 2;
    private static final int WIDTH = 3;

    private final int length;
    /** The numbers rise, and are 0 where nothing is yet: written last, so that whoever sees one sees the rest. */
    private final long[] entries;

    private final long[] truths;
    private final boolean[] told;
    private final AtomicBoolean locked = new AtomicBoolean();
    private volatile boolean dropped;

    Chunk(int length) {
        this.length = length;
        entries = new long[length * WIDTH];
        truths = new long[length];
        told = new boolean[length];
    }

    int length() {
        return length;
    }

    void put(int at, long id, int version, long value) {
        int entry = at * WIDTH;
        entries[entry + PREDICTED] = value;
        entries[entry + VERSION] = version;
        ENTRIES.setRelease(entries, entry + ID, id);
    }

    /** Where a prediction stands, or a negative number. */
    int find(long id) {
        int low = 0;
        int high = length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = id(middle);
            if (found == id) {
                return middle;
            }
            if (found == 0 || found > id) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    private long id(int at) {
        return (long) ENTRIES.getAcquire(entries, at * WIDTH + ID);
    }

    /** The largest number, 0 if there is none. */
    long lastId() {
        int at = length - 1;
        while (at > 0 && id(at) == 0) {
            at--;
        }
        return id(at);
    }

    /** Whether its lane is done with it. */
    boolean isFull() {
        return id(length - 1) != 0;
    }

    int version(int at) {
        return (int) entries[at * WIDTH + VERSION];
    }

    long predicted(int at) {
        return entries[at * WIDTH + PREDICTED];
    }

    boolean isTold(int at) {
        return told[at];
    }

    long truth(int at) {
        return truths[at];
    }

    void tell(int at, long truth) {
        truths[at] = truth;
        told[at] = true;
    }

    /** Tells its lane to write elsewhere. */
    void drop() {
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }

    boolean tryLock() {
        return locked.compareAndSet(false, true);
    }

    void lock() {
        while (!tryLock()) {
            Thread.onSpinWait();
        }
    }

    void unlock() {
        locked.set(false);
    }

    /** Makes it empty; locked, and full before. */
    void clear() {
        Arrays.fill(told, false);
        for (int i = 0; i < length; i++) {
            ENTRIES.setRelease(entries, i * WIDTH + ID, 0L);
        }
    }
}
