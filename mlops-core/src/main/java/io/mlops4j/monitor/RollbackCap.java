package io.mlops4j.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a monitor roll back only so often in a day: whoever can poison what it watches shall not be able to make it flap. Used
 * by one thread at a time.
 */
final class RollbackCap {

    private static final Duration DAY = Duration.ofDays(1);

    private final int most;
    private final List<Instant> done = new ArrayList<>();

    RollbackCap(int most) {
        this.most = most;
    }

    /** Whether one more is allowed now; it is counted if it is. */
    boolean take(Instant now) {
        done.replaceAll(at -> at.isAfter(now) ? now : at); // a clock that was set back forbids no more than a day
        done.removeIf(at -> !now.isBefore(at.plus(DAY)));
        if (done.size() >= most) {
            return false;
        }
        done.add(now);
        return true;
    }

    @Override
    public String toString() {
        return most + " a day";
    }
}
