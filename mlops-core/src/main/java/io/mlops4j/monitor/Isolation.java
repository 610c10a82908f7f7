package io.mlops4j.monitor;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the user's code throws away from the monitor: the first is logged, all are counted. */
final class Isolation {

    private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);

    private final AtomicLong failures = new AtomicLong();

    void run(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (failures.incrementAndGet() == 1) {
                LOG.warn("{} of a monitor threw; later failures are only counted", what, e);
            }
        }
    }

    long failures() {
        return failures.get();
    }
}
