package io.mlops4j.deploy;

import io.mlops4j.api.predict.Prediction;
import org.jspecify.annotations.Nullable;

/** Holds the one reference by which a lineup becomes another. Changed by one thread at a time, read by any. */
final class Stage<I, Y extends Prediction> {

    private final String model;
    private volatile @Nullable Lineup<I, Y> lineup;

    Stage(String model, Lineup<I, Y> first) {
        this.model = model;
        this.lineup = first;
    }

    /**
     * Who is live.
     *
     * @throws IllegalStateException if the deployment is closed
     */
    Lineup<I, Y> lineup() {
        Lineup<I, Y> now = lineup;
        if (now == null) {
            throw new IllegalStateException("The deployment of model '" + model + "' is closed. Open a new one.");
        }
        return now;
    }

    boolean isOpen() {
        return lineup != null;
    }

    /** Swaps, and releases whoever has no place any more after its last call. */
    void swap(Lineup<I, Y> next) {
        Lineup<I, Y> before = lineup();
        lineup = next;
        before.seats().stream()
                .map(Seat::live)
                .filter(live -> !next.has(live))
                .distinct()
                .forEach(Live::retire);
    }

    /** Releases everybody. */
    void close() {
        Lineup<I, Y> before = lineup;
        lineup = null;
        if (before != null) {
            before.seats().stream().map(Seat::live).distinct().forEach(Live::retire);
        }
    }
}
