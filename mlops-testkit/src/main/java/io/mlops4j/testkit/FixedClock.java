package io.mlops4j.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until the test moves it, back if it wishes. Safe for use by many threads.
 *
 * <pre>{@code
 * FixedClock clock = FixedClock.at("2026-03-29T00:59:59Z");
 * clock.advance(Duration.ofSeconds(1));
 * }</pre>
 */
public final class FixedClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private FixedClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /**
     * A clock that shows an instant.
     *
     * @param now what it shows
     * @return the clock
     */
    public static FixedClock at(Instant now) {
        return new FixedClock(now);
    }

    /**
     * A clock that shows an instant.
     *
     * @param now what it shows, such as {@code 2026-03-29T00:59:59Z}
     * @return the clock
     */
    public static FixedClock at(String now) {
        return at(Instant.parse(now));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * Makes the clock show another instant.
     *
     * @param instant earlier or later
     */
    public void set(Instant instant) {
        now.set(instant);
    }

    /**
     * Moves the clock.
     *
     * @param step by how much; back if it is negative
     */
    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    @Override
    public String toString() {
        return "clock at " + now.get();
    }
}
