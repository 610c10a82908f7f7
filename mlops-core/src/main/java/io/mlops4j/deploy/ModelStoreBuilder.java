package io.mlops4j.deploy;

import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.environment.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Says how many models are to be ready in this process, and opens the store. Unless something else is said it holds bundles
 * of 256 MiB in all, remembers failures for 5 seconds, and looks at the registry only when {@link ModelStore#refresh()} is
 * called.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class ModelStoreBuilder<I, Y extends Prediction> {

    private static final long USUAL_LIMIT = 256L << 20;
    private static final Duration USUAL_FAILED_FOR = Duration.ofSeconds(5);

    private final RowReader<I> rows;
    private final Class<Y> type;
    private final Supplier<ModelRegistry> registry;
    private final BundleReader reader;
    private final Environment environment;
    private final Supplier<ScheduledExecutorService> scheduler;

    private long limit = USUAL_LIMIT;
    private Duration failedFor = USUAL_FAILED_FOR;
    private Watch.@Nullable Rhythm rhythm;
    private @Nullable LastGood lastGood;

    /**
     * What the front door hands out.
     *
     * @param rows reads a row
     * @param type the kind of answer
     * @param registry knows the versions and the aliases; asked whenever it is needed, and stays the caller's
     * @param reader reads bundles
     * @param environment clock, ticker, listeners, formats
     * @param scheduler asked only if {@link #every} is called; stays the caller's
     */
    @SuppressWarnings("exports") // only the front door can call it, because only it has an environment
    public ModelStoreBuilder(
            RowReader<I> rows,
            Class<Y> type,
            Supplier<ModelRegistry> registry,
            BundleReader reader,
            Environment environment,
            Supplier<ScheduledExecutorService> scheduler) {
        this.rows = rows;
        this.type = type;
        this.registry = registry;
        this.reader = reader;
        this.environment = environment;
        this.scheduler = scheduler;
    }

    /**
     * How much the store holds, those included that are being loaded. A model weighs what its bundle does, which is about
     * what its numbers take in memory; one that scores while it is let go is not counted any more.
     *
     * @param bytes the sizes of all bundles, at least 1
     * @return this
     */
    public ModelStoreBuilder<I, Y> limit(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("A store holds at least 1 byte, not " + bytes + ".");
        }
        this.limit = bytes;
        return this;
    }

    /**
     * How long what could not be found or loaded is not tried again; by the ticker of the front door.
     *
     * @param time not negative
     * @return this
     */
    public ModelStoreBuilder<I, Y> rememberFailures(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("A failure cannot be remembered for " + time + ".");
        }
        this.failedFor = time;
        return this;
    }

    /**
     * Looks at the registry again and again, and at once when an alias is moved in this process.
     *
     * @param pause the longest time between two looks, more than nothing; up to a fifth is left out by chance, so that
     *     processes do not ask together
     * @return this
     */
    public ModelStoreBuilder<I, Y> every(Duration pause) {
        return every(pause, new SplittableRandom(environment.ticker().getAsLong()));
    }

    /**
     * Looks at the registry, as {@link #every(Duration)} does.
     *
     * @param pause the longest time between two looks, more than nothing
     * @param chance says how much shorter a pause is
     * @return this
     */
    public ModelStoreBuilder<I, Y> every(Duration pause, RandomGenerator chance) {
        this.rhythm = new Watch.Rhythm(pause, chance);
        return this;
    }

    /**
     * Keeps copies of what the aliases name, the latest hundred, and takes them if the registry is of no use when an alias is
     * asked for the first time, or when a model has to be loaded again.
     *
     * @param folder of this machine, and not in the place of the registry; made if it is not there, but not its parent
     * @return this
     * @throws io.mlops4j.api.error.StorageException if the folder cannot be used
     */
    public ModelStoreBuilder<I, Y> keepLastGoodIn(Path folder) {
        this.lastGood = new LastGood(folder);
        return this;
    }

    /**
     * Opens the store. Nothing is loaded yet.
     *
     * @return the store, to be closed by the caller
     */
    public ModelStore<I, Y> open() {
        ModelStore<I, Y> store = new ModelStore<>(
                registry,
                new Opener<>(registry, reader, rows, type, environment.modelFormats()),
                environment,
                limit,
                failedFor,
                lastGood);
        Watch.Rhythm often = rhythm;
        if (often != null) {
            Watch watch = new Watch(scheduler.get(), often, "A store of models", store::refresh);
            watch.start(environment.emitter(), store::follows);
            store.onClose(watch::close);
        }
        return store;
    }
}
