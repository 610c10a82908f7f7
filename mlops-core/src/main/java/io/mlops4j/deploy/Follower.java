package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Rung;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.Alias;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes live what the aliases name. It decides nothing by itself but through the {@link Guard}, whose rulings it writes into
 * the aliases first. Used by one thread at a time.
 */
final class Follower<I, Y extends Prediction> {

    private final String model;
    private final Aliases aliases;
    private final Loader<I, Y> loader;
    private final Stage<I, Y> stage;
    private final Journal journal;
    private final InstantSource clock;
    private final Outcomes outcomes;
    private final @Nullable Copies copies;
    private boolean unconfirmed;
    private Rollout.@Nullable Canary plan;
    private @Nullable Guard guard;
    /** Whether the plan is another one than that by which the challenger got its rows. */
    private boolean replanned;

    private @Nullable Alias seenChallenger;

    Follower(
            String model,
            Aliases aliases,
            Rollout.@Nullable Canary plan,
            Loader<I, Y> loader,
            Stage<I, Y> stage,
            Journal journal,
            InstantSource clock,
            Outcomes outcomes,
            @Nullable Copies copies) {
        this.model = model;
        this.aliases = aliases;
        this.plan = plan;
        this.guard = plan == null ? null : new Guard(plan, outcomes);
        this.loader = loader;
        this.stage = stage;
        this.journal = journal;
        this.clock = clock;
        this.outcomes = outcomes;
        this.copies = copies;
    }

    /** What is live came from a copy: the registry has to say that it is the same version. */
    void startedFromCopy() {
        unconfirmed = true;
    }

    /** Tries challengers in another way from now on, also the one that has its rows already. */
    void tryBy(Rollout.Canary canary) {
        plan = canary;
        replanned = true;
        guard = new Guard(canary, outcomes);
    }

    /** Follows, judges, and follows what was judged. */
    void refresh() {
        follow();
        if (judge()) {
            follow();
        }
    }

    /** Makes live what the aliases name now. What cannot be done is noted, and leaves what is live. */
    void follow() {
        Optional<Alias> champion;
        Optional<Alias> challenger;
        try {
            champion = aliases.champion();
            challenger = plan == null ? Optional.empty() : aliases.challenger();
        } catch (RuntimeException e) {
            journal.unreachable(text(e));
            return;
        }
        if (champion.isEmpty()) {
            journal.unreachable(text(aliases.noChampion()));
            return;
        }
        journal.reachable();
        followChampion(champion.get());
        keep(champion.get());
        int live = stage.lineup().champion().version();
        // after a promotion the second alias may still be there for a while
        Alias tried = challenger
                .filter(alias -> alias.version() != champion.get().version() && alias.version() != live)
                .orElse(null);
        seenChallenger = tried;
        followChallenger(tried);
    }

    private void followChampion(Alias wanted) {
        Lineup<I, Y> now = stage.lineup();
        journal.wanted(Route.CHAMPION, wanted.version());
        if (now.champion().version() == wanted.version() && isConfirmed(now.champion())) {
            return;
        }
        String reason = wanted.decision().toString();
        Seat<I, Y> challenger = now.challenger();
        Seat<I, Y> previous = now.previous();
        if (challenger != null && challenger.version() == wanted.version()) {
            journal.mended(Route.CHALLENGER);
            crown(challenger.live(), null, List.of(), reason);
            journal.swapped(closing(challenger, reason));
        } else if (previous != null && previous.version() == wanted.version()) {
            crown(previous.live(), challenger, List.of(), reason);
        } else {
            load(Route.CHAMPION, wanted.version()).ifPresent(loaded -> {
                if (copies != null) {
                    copies.keep(wanted.version(), loaded.bundle()); // before anybody sees that it is live
                }
                crown(loaded.live(), challenger, loaded.checks(), reason);
            });
        }
    }

    /** Whether the registry knows the live version by the digest of its copy; that it cannot be asked says nothing. */
    private boolean isConfirmed(Seat<I, Y> champion) {
        if (unconfirmed) {
            try {
                unconfirmed = !aliases.digest(champion.version())
                        .equals(champion.live().digest());
                if (!unconfirmed) {
                    journal.mended(Route.CHAMPION);
                }
            } catch (RuntimeException e) {
                journal.unreachable(text(e));
                return true;
            }
        }
        return !unconfirmed;
    }

    /** What became live without a load, or could not be kept. */
    private void keep(Alias wanted) {
        if (copies != null && stage.lineup().champion().version() == wanted.version() && !unconfirmed) {
            copies.keep(wanted.version());
        }
    }

    private void crown(
            Live<I, Y> live, @Nullable Seat<I, Y> challenger, List<SwapReceipt.Check> checks, String reason) {
        Lineup<I, Y> now = stage.lineup();
        Instant at = clock.instant();
        stage.swap(new Lineup<>(
                Seat.of(Rung.CHAMPION, live, at), challenger, now.champion().moved(Rung.PREVIOUS, at), now.traffic()));
        unconfirmed = false;
        journal.mended(Route.CHAMPION);
        journal.swapped(new SwapReceipt(
                model,
                Route.CHAMPION,
                OptionalInt.of(now.champion().version()),
                OptionalInt.of(live.version()),
                live.digest(),
                at,
                checks,
                reason));
    }

    private void followChallenger(@Nullable Alias wanted) {
        Lineup<I, Y> now = stage.lineup();
        Seat<I, Y> present = now.challenger();
        if (wanted == null) {
            journal.unwanted(Route.CHALLENGER);
            if (present != null) {
                stage.swap(new Lineup<>(now.champion(), null, now.previous(), Traffic.NONE));
                journal.swapped(closing(present, whyEnded(present.version())));
            }
            return;
        }
        journal.wanted(Route.CHALLENGER, wanted.version());
        if (present != null && present.version() == wanted.version()) {
            share(present);
            return;
        }
        load(Route.CHALLENGER, wanted.version()).ifPresent(loaded -> seat(loaded, wanted, present));
    }

    /** Gives a challenger the rows that the plan has for it, if it is a new plan. */
    private void share(Seat<I, Y> challenger) {
        Rollout.Canary canary = plan;
        if (!replanned || canary == null) {
            return;
        }
        replanned = false;
        Lineup<I, Y> now = stage.lineup();
        int version = challenger.version();
        stage.swap(new Lineup<>(now.champion(), challenger, now.previous(), Traffic.of(canary, model, version)));
        journal.mended(Route.CHALLENGER);
        journal.swapped(new SwapReceipt(
                model,
                Route.CHALLENGER,
                OptionalInt.of(version),
                OptionalInt.of(version),
                challenger.live().digest(),
                clock.instant(),
                List.of(),
                "goes on as " + canary));
    }

    private void seat(Loader.Loaded<I, Y> loaded, Alias wanted, @Nullable Seat<I, Y> present) {
        if (plan == null) {
            return;
        }
        Lineup<I, Y> now = stage.lineup();
        Instant at = clock.instant();
        Live<I, Y> live = loaded.live();
        replanned = false;
        outcomes.forget(live.version());
        stage.swap(new Lineup<>(
                now.champion(),
                Seat.of(Rung.CHALLENGER, live, at),
                now.previous(),
                Traffic.of(plan, model, live.version())));
        journal.mended(Route.CHALLENGER);
        journal.swapped(new SwapReceipt(
                model,
                Route.CHALLENGER,
                present == null ? OptionalInt.empty() : OptionalInt.of(present.version()),
                OptionalInt.of(live.version()),
                live.digest(),
                at,
                loaded.checks(),
                wanted.decision().toString()));
    }

    private Optional<Loader.Loaded<I, Y>> load(Route route, int version) {
        if (journal.isPausing(route, version)) {
            return Optional.empty();
        }
        try {
            return Optional.of(loader.load(model, version));
        } catch (Steps.FailedException e) {
            journal.failed(route, version, e.step(), text(e.reason()));
            return Optional.empty();
        }
    }

    private SwapReceipt closing(Seat<I, Y> seat, String reason) {
        return new SwapReceipt(
                model,
                Route.CHALLENGER,
                OptionalInt.of(seat.version()),
                OptionalInt.empty(),
                "",
                clock.instant(),
                List.of(),
                reason);
    }

    private String whyEnded(int version) {
        try {
            return aliases.ending(version)
                    .map(move -> move.decision().toString())
                    .orElse("the alias was moved");
        } catch (RuntimeException e) {
            return "the alias was moved";
        }
    }

    /** Whether the guard has moved an alias. */
    private boolean judge() {
        Seat<I, Y> challenger = stage.lineup().challenger();
        Alias alias = seenChallenger;
        if (guard == null || challenger == null || alias == null || alias.version() != challenger.version()) {
            return false;
        }
        Optional<Guard.Ruling> ruling = guard.judge(challenger, alias.since(), clock.instant());
        if (ruling.isEmpty()) {
            return false;
        }
        try {
            if (ruling.get().promoted()) {
                aliases.promote(challenger.version(), ruling.get().reason());
            } else {
                aliases.endChallenger(challenger.version(), ruling.get().reason());
            }
            return true;
        } catch (RuntimeException e) {
            boolean refused = e instanceof PolicyViolationException || e instanceof ConflictException;
            if (!ruling.get().promoted()) {
                suspend(challenger, ruling.get().reason());
            } else if (refused) {
                journal.failed(Route.CHALLENGER, challenger.version(), Journal.PROMOTION, text(e));
            }
            if (!refused) {
                journal.unreachable(text(e));
            }
            return false;
        }
    }

    /** That the registry cannot be told is no reason to go on with what breaks a limit: here at least it gets no more rows. */
    private void suspend(Seat<I, Y> challenger, String reason) {
        Lineup<I, Y> now = stage.lineup();
        stage.swap(new Lineup<>(now.champion(), challenger, now.previous(), Traffic.NONE));
        journal.failed(Route.CHALLENGER, challenger.version(), Journal.ROLLOUT, reason);
    }

    /** The kind of the error stands for a message that is not there. */
    static String text(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getName() : message;
    }
}
