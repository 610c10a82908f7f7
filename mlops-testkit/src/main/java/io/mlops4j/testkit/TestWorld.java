package io.mlops4j.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Everything outside that a test gives to the library: a folder of its own, a clock that it moves, a scheduler that lives by
 * that clock, and a listener that remembers. Made anew for each test by {@link MlopsExtension}.
 */
public final class TestWorld {

    private final Path home;
    private final FixedClock clock;
    private final ManualScheduler scheduler;
    private final RecordingListener events = new RecordingListener();
    private final Instant start;

    TestWorld(Path home, Instant start) {
        this.home = home;
        this.start = start;
        this.clock = FixedClock.at(start);
        this.scheduler = ManualScheduler.with(clock);
    }

    /**
     * A folder that is there for this test alone, and removed after it.
     *
     * @return an empty folder at the start
     */
    public Path home() {
        return home;
    }

    /**
     * What the library takes for the time.
     *
     * @return the clock, which stands until it is moved
     */
    public FixedClock clock() {
        return clock;
    }

    /**
     * Nanoseconds that pass when the clock is moved: what the library measures latency by.
     *
     * @return how long after the start of the test the clock stands
     */
    public long nanoTime() {
        return Duration.between(start, clock.instant()).toNanos();
    }

    /**
     * Runs what is scheduled when the test moves the time: {@code world.scheduler().advance(Duration.ofDays(1))}.
     *
     * @return the scheduler
     */
    public ManualScheduler scheduler() {
        return scheduler;
    }

    /**
     * Remembers what happened.
     *
     * @return the listener
     */
    public RecordingListener events() {
        return events;
    }

    @Override
    public String toString() {
        return "world at " + clock.instant() + " in " + home.getFileName();
    }
}
