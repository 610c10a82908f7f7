package io.mlops4j.deploy;

import io.mlops4j.api.deploy.PredictionId;
import io.mlops4j.environment.Environment;

/**
 * Tells when a prediction was made by the clock that measures how long it takes, so that one look is enough for both: the
 * time of day is asked once, and can jump afterwards without doing harm.
 */
final class PredictionTime {

    private static final long NANOS_IN_MILLI = 1_000_000;

    private final long startMillis;
    private final long startTicks;

    PredictionTime(Environment environment) {
        this.startMillis = environment.clock().millis();
        this.startTicks = environment.ticker().getAsLong();
    }

    long millis(long ticks) {
        return startMillis + (ticks - startTicks) / NANOS_IN_MILLI;
    }

    /** The first number of the millisecond of a tick. */
    long firstId(long ticks) {
        return PredictionId.first(millis(ticks));
    }
}
