package io.mlops4j.monitor;

import io.mlops4j.api.monitor.Quality;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.WatchedVersion;
import java.time.Instant;

/** A stretch of the answers of one version, and how good they were as far as is known. Guarded by its {@link Windows}. */
final class Window {

    private final WatchedVersion version;
    private final Counts start;
    private final Instant from;
    /** Answers with a larger number belong to it. */
    private final long after;

    private long known;
    private double errors;

    Window(WatchedVersion version, Counts start, Instant from, long after) {
        this.version = version;
        this.start = start;
        this.from = from;
        this.after = after;
    }

    WatchedVersion version() {
        return version;
    }

    Instant from() {
        return from;
    }

    long after() {
        return after;
    }

    /** What was counted in it so far. */
    Counts countsUntil(Counts now) {
        return now.minus(start);
    }

    /** Whether a version that answers now is still the one, at the same place since the same time. */
    boolean isOf(WatchedVersion present) {
        return version.version() == present.version() && version.since().equals(present.since());
    }

    void outcome(double error, double previousError) {
        if (Double.isNaN(previousError)) {
            known++;
            errors += error;
        } else {
            errors += error - previousError;
        }
    }

    /** Accuracy of classes, mean absolute error of numbers. */
    Quality quality(long answers) {
        boolean classes = version.reference().classes().isPresent();
        double sum = classes ? known - errors : errors;
        return new Quality(answers, known, known == 0 ? Double.NaN : sum / known);
    }
}
