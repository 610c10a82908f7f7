package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Rung;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.predict.ModelClosedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks one after the other until somebody answers: the version that the row is for, those below it, the caller's rule. */
final class Ladder<I, Y extends Prediction> {

    private static final List<Throwable> NONE = List.of();

    private final String model;
    private final LongSupplier ticker;
    private final @Nullable Function<? super I, ? extends @Nullable Y> fallback;
    private final LongAdder fallbacks = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder refused = new LongAdder();

    Ladder(String model, LongSupplier ticker, @Nullable Function<? super I, ? extends @Nullable Y> fallback) {
        this.model = model;
        this.ticker = ticker;
        this.fallback = fallback;
    }

    /**
     * Answers a row.
     *
     * @throws ModelClosedException if a version was swapped out before the call came to it
     */
    Served<Y> answer(Lineup<I, Y> lineup, I row, @Nullable String key, Lane lane, long id, long start) {
        boolean trial = lineup.isTrial(id, key);
        Route route = trial ? Route.CHALLENGER : Route.CHAMPION;
        List<Seat<I, Y>> rungs = lineup.ladder(trial);
        List<Throwable> failures = NONE;
        long begin = start;
        for (int i = 0; i < rungs.size(); i++) {
            Seat<I, Y> seat = rungs.get(i);
            try {
                Y answer = seat.live().answer(row, lane, id, begin);
                return new Served<>(id, answer, seat.version(), route, seat.rung());
            } catch (InvalidDataException e) {
                refused.increment();
                throw e;
            } catch (ModelClosedException e) {
                throw e;
            } catch (Throwable e) {
                failures = with(failures, e);
                seat.live().failed(lane);
                begin = ticker.getAsLong();
            }
        }
        return new Served<>(id, fallback(row, failures), 0, route, Rung.FALLBACK);
    }

    /** A model may throw whatever it likes, but what says that the JVM itself is in need is not for us to hide. */
    private static List<Throwable> with(List<Throwable> before, Throwable thrown) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        List<Throwable> all = new ArrayList<>(before);
        all.add(thrown);
        return all;
    }

    private Y fallback(I row, List<Throwable> failures) {
        List<Throwable> all = failures;
        String last = "it has no fallback";
        if (fallback != null) {
            try {
                Y answer = fallback.apply(row);
                if (answer != null) {
                    fallbacks.increment();
                    return answer;
                }
                last = "the fallback gave null";
            } catch (RuntimeException e) {
                all = with(failures, e);
                last = "the fallback threw";
            }
        }
        unanswered.increment();
        // what a model throws may tell of its row, so only its name goes into the message
        PredictionFailedException failed = new PredictionFailedException(
                "None of the " + failures.size() + " versions of model '" + model
                        + "' that were asked could answer the row ("
                        + failures.stream()
                                .map(failure -> failure.getClass().getSimpleName())
                                .collect(Collectors.joining(", "))
                        + "), and " + last + ".",
                all.get(all.size() - 1));
        all.subList(0, all.size() - 1).forEach(failed::addSuppressed);
        throw failed;
    }

    long fallbacks() {
        return fallbacks.sum();
    }

    long unanswered() {
        return unanswered.sum();
    }

    long refused() {
        return refused.sum();
    }

    /** Counts a row that was refused before anybody was asked. */
    void refuse() {
        refused.increment();
    }
}
