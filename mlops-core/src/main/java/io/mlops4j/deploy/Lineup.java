package io.mlops4j.deploy;

import io.mlops4j.api.predict.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is live at one moment, and which rows are for whom. Swapped as a whole, by one reference, so that no row is answered by
 * two moments.
 */
final class Lineup<I, Y extends Prediction> {

    private final Seat<I, Y> champion;
    private final @Nullable Seat<I, Y> challenger;
    private final @Nullable Seat<I, Y> previous;
    private final Traffic traffic;
    private final List<Seat<I, Y>> trialLadder;
    private final List<Seat<I, Y>> usualLadder;

    Lineup(Seat<I, Y> champion, @Nullable Seat<I, Y> challenger, @Nullable Seat<I, Y> previous, Traffic traffic) {
        this.champion = champion;
        this.challenger = challenger;
        this.previous = previous;
        this.traffic = challenger == null ? Traffic.NONE : traffic;
        this.trialLadder = present(Stream.of(challenger, champion, previous));
        this.usualLadder = present(Stream.of(champion, previous));
    }

    private static <I, Y extends Prediction> List<Seat<I, Y>> present(Stream<@Nullable Seat<I, Y>> seats) {
        List<Seat<I, Y>> present = new ArrayList<>();
        seats.forEach(seat -> {
            if (seat != null) {
                present.add(seat);
            }
        });
        return List.copyOf(present);
    }

    Seat<I, Y> champion() {
        return champion;
    }

    @Nullable
    Seat<I, Y> challenger() {
        return challenger;
    }

    @Nullable
    Seat<I, Y> previous() {
        return previous;
    }

    Traffic traffic() {
        return traffic;
    }

    /** Whether a row is for the challenger. */
    boolean isTrial(long id, @Nullable String key) {
        return traffic.toChallenger(id, key);
    }

    /** Who is asked, in this order. */
    List<Seat<I, Y>> ladder(boolean trial) {
        return trial ? trialLadder : usualLadder;
    }

    /** Everybody who has a place. */
    List<Seat<I, Y>> seats() {
        return trialLadder;
    }

    boolean has(Live<I, Y> live) {
        return trialLadder.stream().anyMatch(seat -> seat.live() == live);
    }
}
