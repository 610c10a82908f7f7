package io.mlops4j.monitor;

import io.mlops4j.api.monitor.Quality;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.WatchedVersion;
import java.time.Instant;
import java.util.List;

/** A stretch of the answers of one version, and how good they were as far as is known. Guarded by its {@link Windows}. */
final class Window {

    private final WatchedVersion version;
    private final Counts start;
    private final Instant from;
    /** Answers with a larger number belong to it, … */
    private final long after;

    /** … up to this one. */
    private long until = Long.MAX_VALUE;

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

    /** No later answer belongs to it. */
    void end(long latest) {
        until = latest;
    }

    /** Whether an answer was given in it. */
    boolean holds(long id, int by) {
        return version.version() == by && after < id && id <= until;
    }

    /** How many answers' truths are known. */
    long known() {
        return known;
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
        return quality(answers, known, errors);
    }

    private Quality quality(long answers, long truths, double error) {
        boolean classes = version.reference().classes().isPresent();
        double sum = classes ? truths - error : error;
        return new Quality(answers, truths, truths == 0 ? Double.NaN : sum / truths);
    }

    /** The same of this window and of older ones together. */
    Quality qualityWith(List<Window> older) {
        long truths = known;
        double error = errors;
        for (Window window : older) {
            truths += window.known;
            error += window.errors;
        }
        return quality(truths, truths, error);
    }
}
