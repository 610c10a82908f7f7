package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.pipeline.ModelOpening;
import io.mlops4j.predict.ModelPredictor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a deployment, for its status and its listeners. Written by one thread at a time, read by any. What goes
 * on being wrong is told once for each reason.
 */
final class Journal {

    /** The step that failed if nothing is wrong with a version but what it did. */
    static final String ROLLOUT = "rollout";

    /** The step that failed if a version did well, and the registry did not let it become the champion. */
    static final String PROMOTION = "promotion";

    /** The steps that say nothing about whether a version can be loaded. */
    private static final Set<String> LOADED = Set.of(ROLLOUT, PROMOTION);

    private static final int MOST_RECEIPTS = 100;

    /** A failed version is tried again after this time, then after twice as long, and so on. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private static final int MOST_DOUBLINGS = 6;

    private final String model;
    private final InstantSource clock;
    private final List<LifecycleEvent> untold = new ArrayList<>();
    private volatile List<SwapReceipt> receipts = List.of();
    private volatile List<SwapFailure> failures = List.of();
    private volatile @Nullable String registryError;
    /** When the registry was asked last with success. */
    private volatile @Nullable Instant asked;

    Journal(String model, InstantSource clock) {
        this.model = model;
        this.clock = clock;
    }

    /** What listeners have not been told; they are told once. */
    List<LifecycleEvent> takeUntold() {
        List<LifecycleEvent> events = List.copyOf(untold);
        untold.clear();
        return events;
    }

    void opened(ModelPredictor<?, ?> predictor) {
        ModelOpening.extraColumns(predictor, clock.instant()).ifPresent(untold::add);
    }

    void swapped(SwapReceipt receipt) {
        List<SwapReceipt> all = new ArrayList<>(receipts);
        all.add(receipt);
        receipts = List.copyOf(all.subList(Math.max(0, all.size() - MOST_RECEIPTS), all.size()));
        untold.add(new LifecycleEvent.Swapped(receipt.at(), model, receipt));
    }

    void unreachable(String reason) {
        if (registryError == null) {
            untold.add(new LifecycleEvent.RegistryUnreachable(clock.instant(), model, reason));
        }
        registryError = reason;
    }

    void reachable() {
        asked = clock.instant();
        registryError = null;
    }

    /** That a deployment starts from a copy, because the registry is of no use. */
    void startedFromCopy(int version, Instant keptAt, String reason) {
        asked = keptAt;
        untold.add(new LifecycleEvent.StartedFromCopy(clock.instant(), model, version, keptAt, reason));
    }

    /** Since when nobody knows whether what is live is what should be live; empty if the registry answered last time. */
    Optional<Instant> staleSince() {
        return registryError == null ? Optional.empty() : Optional.ofNullable(asked);
    }

    void failed(Route route, int version, String step, String reason) {
        Instant now = clock.instant();
        Optional<SwapFailure> before = failure(route, version);
        SwapFailure failure = new SwapFailure(
                route,
                version,
                step,
                reason,
                before.map(SwapFailure::first).orElse(now),
                now,
                before.map(SwapFailure::attempts).orElse(0) + 1);
        List<SwapFailure> all = without(route);
        all.add(failure);
        failures = List.copyOf(all);
        boolean known = before.filter(
                        same -> same.step().equals(step) && same.reason().equals(reason))
                .isPresent();
        if (!known) {
            untold.add(new LifecycleEvent.SwapFailed(now, model, failure));
        }
    }

    /** Nothing is wrong with a route any more. */
    void mended(Route route) {
        failures = List.copyOf(without(route));
    }

    /** Nobody is to be on a route: that one could not be loaded does not matter any more, why one was ended does. */
    void unwanted(Route route) {
        failures = failures.stream()
                .filter(failure -> failure.route() != route || LOADED.contains(failure.step()))
                .toList();
    }

    /** Forgets what failed on a route if it was about another version. */
    void wanted(Route route, int version) {
        if (failure(route, version).isEmpty()) {
            mended(route);
        }
    }

    /** Whether a version failed so lately that it is too early to try again. */
    boolean isPausing(Route route, int version) {
        return failure(route, version)
                .filter(failure -> !LOADED.contains(failure.step()))
                .map(failure -> {
                    int doublings = Math.min(MOST_DOUBLINGS, failure.attempts() - 1);
                    Instant again = failure.last().plus(FIRST_PAUSE.multipliedBy(1L << doublings));
                    Instant now = clock.instant();
                    // a clock that went back must not make the pause longer
                    return now.isBefore(again) && !now.isBefore(failure.last());
                })
                .orElse(false);
    }

    private Optional<SwapFailure> failure(Route route, int version) {
        return failures.stream()
                .filter(failure -> failure.route() == route && failure.version() == version)
                .findFirst();
    }

    private List<SwapFailure> without(Route route) {
        List<SwapFailure> rest = new ArrayList<>(failures);
        rest.removeIf(failure -> failure.route() == route);
        return rest;
    }

    List<SwapReceipt> receipts() {
        return receipts;
    }

    List<SwapFailure> failures() {
        return failures;
    }

    Optional<String> registryError() {
        return Optional.ofNullable(registryError);
    }
}
