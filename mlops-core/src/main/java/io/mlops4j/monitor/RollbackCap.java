package io.mlops4j.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets a monitor roll back only so often in a day: whoever can poison what it watches shall not be able to make it flap. Used
 * by one thread at a time.
 */
final class RollbackCap {

    private static final Duration DAY = Duration.ofDays(1);

    private final int most;
    private final Deque<Instant> done = new ArrayDeque<>();

    RollbackCap(int most) {
        this.most = most;
    }

    /** Whether one more is allowed now; it is counted if it is. */
    boolean take(Instant now) {
        while (!done.isEmpty() && !now.isBefore(done.peekFirst().plus(DAY))) {
            done.removeFirst();
        }
        if (done.size() >= most) {
            return false;
        }
        done.addLast(now);
        return true;
    }

    @Override
    public String toString() {
        return most + " a day";
    }
}
