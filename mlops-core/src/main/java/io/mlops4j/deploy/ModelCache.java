package io.mlops4j.deploy;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.predict.ModelPredictor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Versions that are open, as many as there is room for. Each is loaded by the first who asks for it, in his thread, and the
 * others wait for him. What could not be loaded is not tried again for a while.
 */
final class ModelCache<I, Y extends Prediction> {

    private static final long MOST_FAILURES = 10_000;

    private final Loading<I, Y> loading;
    private final AsyncCache<Key, Outcome<I, Y>> models;
    private final Cache<Key, RuntimeException> failures;
    private final Room room;
    private final long limit;
    private final LongAdder loads = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private volatile boolean closed;

    /**
     * A cache.
     *
     * @param limit how many bytes the bundles of open versions have at most
     * @param failedFor how long a failure is remembered
     * @param ticker nanoseconds that never go back
     */
    ModelCache(Loading<I, Y> loading, long limit, Duration failedFor, LongSupplier ticker) {
        this.loading = loading;
        this.limit = limit;
        Ticker time = ticker::getAsLong;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_FAILURES)
                .expireAfterWrite(failedFor)
                .ticker(time)
                .executor(Runnable::run)
                .build();
        this.models = Caffeine.newBuilder()
                .maximumWeight(limit)
                .weigher((Key key, Outcome<I, Y> outcome) -> outcome.weight())
                .executor(Runnable::run)
                .removalListener(this::removed)
                .recordStats()
                .buildAsync();
        this.room = new Room(limit, models.synchronous());
    }

    /** Names a version. */
    record Key(String model, int version) {

        @Override
        public String toString() {
            return model + " v" + version;
        }
    }

    /** Loads a version in two steps, because its size has to be known before it needs memory. */
    interface Loading<I, Y extends Prediction> {

        /** A version that is found, and not loaded yet. */
        record Found<I, Y extends Prediction>(long size, Supplier<ModelPredictor<I, Y>> open) {}

        Found<I, Y> find(Key key);

        /** Happens in the thread that loaded a version, when nobody waits for it any more. */
        void loaded(Key key, ModelPredictor<I, Y> predictor);
    }

    /** What became of a load: one of both is there. */
    private record Outcome<I, Y extends Prediction>(
            @Nullable ModelPredictor<I, Y> predictor,
            @Nullable RuntimeException failure,
            int weight) {}

    /**
     * A load, as the cache holds it. Whoever waits for it waits for something else: who joins a future that is being completed
     * may run what hangs on it in the place of who completes it, and by that the cache learns the weight. It has to know it
     * before room is given to anybody else.
     */
    private static final class Load<I, Y extends Prediction> extends CompletableFuture<Outcome<I, Y>> {

        private final CompletableFuture<Void> told = new CompletableFuture<>();

        Outcome<I, Y> outcome() {
            if (!isDone()) {
                told.join();
            }
            return join();
        }
    }

    /**
     * The open version.
     *
     * @throws RuntimeException if it cannot be loaded
     * @throws IllegalStateException if the cache is closed
     */
    ModelPredictor<I, Y> predictor(Key key) {
        CompletableFuture<Outcome<I, Y>> known = models.getIfPresent(key);
        Outcome<I, Y> outcome = known == null ? load(key) : ((Load<I, Y>) known).outcome();
        ModelPredictor<I, Y> predictor = outcome.predictor();
        if (predictor == null) {
            throw failure(outcome);
        }
        return predictor;
    }

    private Outcome<I, Y> load(Key key) {
        requireOpen();
        RuntimeException before = failures.getIfPresent(key);
        if (before != null) {
            throw before;
        }
        Load<I, Y> mine = new Load<>();
        CompletableFuture<Outcome<I, Y>> others = models.asMap().putIfAbsent(key, mine);
        if (others != null) {
            return ((Load<I, Y>) others).outcome();
        }
        try {
            complete(key, mine);
        } finally {
            mine.told.complete(null);
        }
        ModelPredictor<I, Y> predictor = mine.join().predictor();
        if (predictor != null) {
            loading.loaded(key, predictor);
        }
        if (closed) {
            forget(key);
        }
        return mine.join();
    }

    private void complete(Key key, CompletableFuture<Outcome<I, Y>> future) {
        loads.increment();
        int weight = 0;
        Outcome<I, Y> outcome;
        try {
            Loading.Found<I, Y> found = loading.find(key);
            int needed = weight(key, found.size());
            room.take(needed);
            weight = needed;
            outcome = new Outcome<>(found.open().get(), null, weight);
        } catch (RuntimeException e) {
            outcome = new Outcome<>(null, e, 0);
        } catch (Error e) { // those who wait for it must not wait for ever
            outcome = new Outcome<>(null, new IllegalStateException(key + " could not be loaded: " + e, e), 0);
        }
        Outcome<I, Y> result = outcome;
        room.give(weight, () -> future.complete(result));
        if (result.predictor() == null) {
            room.letGo(weight);
            failed.increment();
            failures.put(key, failure(result));
            forget(key);
        }
    }

    private int weight(Key key, long size) {
        if (size > limit) {
            throw new IllegalStateException("The bundle of " + key + " has " + size + " bytes, and the store holds "
                    + limit + " in all. Open it with a higher limit.");
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, size));
    }

    private static RuntimeException failure(Outcome<?, ?> outcome) {
        RuntimeException failure = outcome.failure();
        return failure == null ? new IllegalStateException("A load has neither a model nor a failure.") : failure;
    }

    /** Those who still score with it are not disturbed: the last of them lets go of what it holds. */
    private void removed(@Nullable Key key, @Nullable Outcome<I, Y> outcome, RemovalCause cause) {
        if (outcome != null && outcome.predictor() != null) {
            if (cause.wasEvicted()) {
                evictions.increment();
            }
            outcome.predictor().retire();
            room.letGo(outcome.weight());
        }
    }

    /** Lets go of a version, which is loaded again when somebody asks for it. */
    void forget(Key key) {
        models.synchronous().invalidate(key);
    }

    ModelStoreCounts counts() {
        return new ModelStoreCounts(
                models.synchronous().stats().hitCount(),
                loads.sum(),
                failed.sum(),
                evictions.sum(),
                models.synchronous().estimatedSize(),
                models.synchronous()
                        .policy()
                        .eviction()
                        .orElseThrow()
                        .weightedSize()
                        .orElse(0));
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The store of models is closed. Open a new one.");
        }
    }

    void close() {
        closed = true;
        models.synchronous().invalidateAll();
    }
}
