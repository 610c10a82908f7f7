package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Rung;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.predict.Prediction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds who is live first: the version that is wanted, or the copy of the last one if the registry is of no use. */
final class Beginning<I, Y extends Prediction> {

    private final String model;
    private final Loader<I, Y> loader;
    private final Journal journal;
    private final InstantSource clock;
    private final @Nullable Copies copies;
    private boolean fromCopy;

    Beginning(String model, Loader<I, Y> loader, Journal journal, InstantSource clock, @Nullable Copies copies) {
        this.model = model;
        this.loader = loader;
        this.journal = journal;
        this.clock = clock;
        this.copies = copies;
    }

    /** What is to be live, and why. */
    record Wanted(int version, String reason) {}

    /**
     * The first lineup.
     *
     * @param asked finds out what is to be live
     * @throws RuntimeException if that cannot be found out or loaded, and there is no copy
     */
    Lineup<I, Y> lineup(Supplier<Wanted> asked) {
        Wanted wanted;
        try {
            wanted = asked.get();
        } catch (NotFoundException e) {
            throw e; // the registry has answered
        } catch (RuntimeException e) {
            return copyInstead(e);
        }
        try {
            Loader.Loaded<I, Y> loaded = loader.load(model, wanted.version());
            if (copies != null) {
                copies.keep(wanted.version(), loaded.bundle());
            }
            return seated(loaded, wanted.reason());
        } catch (Steps.FailedException e) {
            if (e.reason() instanceof NotFoundException) {
                throw e.reason();
            }
            Lineup<I, Y> copy = copyInstead(e.reason());
            journal.failed(Route.CHAMPION, wanted.version(), e.step(), Follower.text(e.reason()));
            return copy;
        }
    }

    /** Whether {@link #lineup} found a copy, which the registry has yet to confirm. */
    boolean isFromCopy() {
        return fromCopy;
    }

    private Lineup<I, Y> copyInstead(RuntimeException failure) {
        if (copies == null) {
            throw failure;
        }
        LastGood.Copy copy = copies.instead(failure);
        String reason = Follower.text(failure);
        try {
            Lineup<I, Y> lineup = seated(loader.load(copy), "the copy that was kept at " + copy.keptAt());
            journal.startedFromCopy(copy.version(), copy.keptAt(), reason);
            fromCopy = true;
            return lineup;
        } catch (Steps.FailedException e) {
            e.reason().addSuppressed(failure);
            throw e.reason();
        }
    }

    private Lineup<I, Y> seated(Loader.Loaded<I, Y> loaded, String reason) {
        Instant at = clock.instant();
        Live<I, Y> live = loaded.live();
        List<SwapReceipt.Check> checks = loaded.checks();
        journal.swapped(new SwapReceipt(
                model,
                Route.CHAMPION,
                OptionalInt.empty(),
                OptionalInt.of(live.version()),
                live.digest(),
                at,
                checks,
                reason));
        return new Lineup<>(Seat.of(Rung.CHAMPION, live, at), null, null, Traffic.NONE);
    }
}
