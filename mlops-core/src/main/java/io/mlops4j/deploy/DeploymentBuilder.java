package io.mlops4j.deploy;

import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.environment.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Says how a model is to be live in this process, and makes it so. Unless something else is said it follows the alias
 * {@code champion}, looks at the registry only when {@link Deployment#refresh()} is called, and has no fallback.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class DeploymentBuilder<I, Y extends Prediction> {

    private static final int USUAL_JOIN_LIMIT = 100_000;
    private static final Duration USUAL_JOIN_TIME = Duration.ofDays(30);

    private final String model;
    private final RowReader<I> rows;
    private final Class<Y> type;
    private final Supplier<ModelRegistry> registry;
    private final BundleReader reader;
    private final Environment environment;
    private final Supplier<ScheduledExecutorService> scheduler;

    private String alias = Alias.CHAMPION;
    private OptionalInt fixed = OptionalInt.empty();
    private @Nullable Rollout rollout;
    private int rolledOut;
    private Rollout.@Nullable Canary canary;
    private @Nullable Function<? super I, ? extends @Nullable Y> fallback;
    private Watch.@Nullable Rhythm rhythm;
    private @Nullable LastGood lastGood;
    private int joinLimit = USUAL_JOIN_LIMIT;
    private Duration joinFor = USUAL_JOIN_TIME;
    private String actor = "deployment";

    /**
     * What the front door hands out.
     *
     * @param model the name of the model in the registry
     * @param rows reads a row
     * @param type the kind of answer
     * @param registry knows the versions and the aliases; asked whenever it is needed, and stays the caller's
     * @param reader reads bundles
     * @param environment clock, ticker, listeners, formats
     * @param scheduler asked only if {@link #every} is called; stays the caller's
     */
    @SuppressWarnings("exports") // only the front door can call it, because only it has an environment
    public DeploymentBuilder(
            String model,
            RowReader<I> rows,
            Class<Y> type,
            Supplier<ModelRegistry> registry,
            BundleReader reader,
            Environment environment,
            Supplier<ScheduledExecutorService> scheduler) {
        this.model = model;
        this.rows = rows;
        this.type = type;
        this.registry = registry;
        this.reader = reader;
        this.environment = environment;
        this.scheduler = scheduler;
    }

    /**
     * Follows an alias.
     *
     * @param name the alias of the version that is live; {@code champion} unless this is called. A challenger has the alias
     *     {@code challenger}, or this name with {@code -challenger} after it
     * @return this
     */
    public DeploymentBuilder<I, Y> alias(String name) {
        this.alias = name;
        this.fixed = OptionalInt.empty();
        return this;
    }

    /**
     * Makes one version live and follows nothing.
     *
     * @param number the number of the version
     * @return this
     */
    public DeploymentBuilder<I, Y> version(int number) {
        this.fixed = OptionalInt.of(number);
        return this;
    }

    /**
     * Begins a rollout when it is opened, by moving the alias. What has happened already is not begun again: a version that is
     * champion stays it, a canary that is under way goes on, and one that was ended is not tried once more, until somebody
     * puts the alias on it. Without a champion there is nothing to be tried beside, so the version becomes it at once.
     *
     * @param version the number of the version
     * @param how all at once, or as a canary, which also says how other challengers are tried
     * @return this
     */
    public DeploymentBuilder<I, Y> rollout(int version, Rollout how) {
        this.rollout = how;
        this.rolledOut = version;
        if (how instanceof Rollout.Canary tried) {
            this.canary = tried;
        }
        return this;
    }

    /**
     * Tries challengers that somebody else puts up, in another process perhaps. Without it only {@link #rollout} does.
     *
     * @param how the share and the limits
     * @return this
     */
    public DeploymentBuilder<I, Y> challenger(Rollout.Canary how) {
        this.canary = how;
        return this;
    }

    /**
     * Answers rows that no version could answer.
     *
     * @param rule must be safe for use by many threads; if it throws or gives null, the caller gets an error
     * @return this
     */
    public DeploymentBuilder<I, Y> fallback(Function<? super I, ? extends @Nullable Y> rule) {
        this.fallback = rule;
        return this;
    }

    /**
     * Looks at the registry again and again, and at once when an alias of the model is moved in this process.
     *
     * @param pause the longest time between two looks, more than nothing; up to a fifth is left out by chance, so that
     *     processes do not ask together
     * @return this
     */
    public DeploymentBuilder<I, Y> every(Duration pause) {
        return every(pause, new SplittableRandom(environment.ticker().getAsLong()));
    }

    /**
     * Looks at the registry, as {@link #every(Duration)} does.
     *
     * @param pause the longest time between two looks, more than nothing
     * @param chance says how much shorter a pause is
     * @return this
     */
    public DeploymentBuilder<I, Y> every(Duration pause, RandomGenerator chance) {
        this.rhythm = new Watch.Rhythm(pause, chance);
        return this;
    }

    /**
     * Keeps a copy of what is live, and starts with it if the registry is of no use when it is opened: if it cannot be asked,
     * or what it gives cannot be loaded. Without this a start needs the registry. What runs already needs neither.
     *
     * @param folder of this machine, and not in the place of the registry; made if it is not there, but not its parent
     * @return this
     * @throws io.mlops4j.api.error.StorageException if the folder cannot be used
     */
    public DeploymentBuilder<I, Y> keepLastGoodIn(Path folder) {
        this.lastGood = new LastGood(folder);
        return this;
    }

    /**
     * How many predictions are remembered for feedback; 100,000 unless this is called.
     *
     * @param predictions the latest so many, at least 1
     * @return this
     */
    public DeploymentBuilder<I, Y> joinLimit(int predictions) {
        if (predictions < 1) {
            throw new IllegalArgumentException("At least 1 prediction is remembered, not " + predictions + ".");
        }
        this.joinLimit = predictions;
        return this;
    }

    /**
     * How long a prediction is remembered for feedback; 30 days unless this is called.
     *
     * @param time from the answer on; not negative
     * @return this
     */
    public DeploymentBuilder<I, Y> joinFor(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("A prediction cannot be remembered for " + time + ".");
        }
        this.joinFor = time;
        return this;
    }

    /**
     * Who moves aliases here, for the audit of the registry; {@code deployment} unless this is called.
     *
     * @param name a person or a process
     * @return this
     */
    public DeploymentBuilder<I, Y> actor(String name) {
        this.actor = name;
        return this;
    }

    /**
     * Makes it live.
     *
     * @return the deployment, to be closed by the caller
     * @throws io.mlops4j.api.error.NotFoundException if there is no such version, or nobody has the alias
     * @throws io.mlops4j.api.error.MlopsException if the version cannot be loaded or does not give its golden answers here:
     *     there is nothing before it that could stay live, and no {@linkplain #keepLastGoodIn copy}
     */
    public Deployment<I, Y> open() {
        if (rollout != null && fixed.isPresent()) {
            throw new IllegalStateException(
                    "A deployment that is fixed to a version has no rollout. Use alias(…) or leave rollout(…) out.");
        }
        Journal journal = new Journal(model, environment.clock());
        Memory memory = new Memory(joinLimit);
        KnownClasses classes = new KnownClasses();
        Loader<I, Y> loader = new Loader<>(
                new Opener<>(registry, reader, rows, type, environment.modelFormats()),
                environment,
                memory,
                classes,
                journal);
        Aliases aliases = fixed.isPresent() ? null : new Aliases(registry, model, actor, alias);
        if (aliases != null && rollout != null) {
            new Launch(aliases, journal).begin(rolledOut, rollout);
        }
        Copies copies = lastGood == null
                ? null
                : new Copies(
                        lastGood,
                        registry,
                        model,
                        aliases == null ? "v" + fixed.orElseThrow() : aliases.name(),
                        environment.clock());
        Beginning<I, Y> beginning = new Beginning<>(model, loader, journal, environment.clock(), copies);
        Stage<I, Y> stage = new Stage<>(model, beginning.lineup(() -> wanted(aliases)));
        Outcomes outcomes = new Outcomes();
        PredictionTime time = new PredictionTime(environment);
        Truths truths = new Truths(
                memory, joinFor, () -> time.millis(environment.ticker().getAsLong()));
        truths.listen(outcomes);
        Follower<I, Y> follower = aliases == null
                ? null
                : new Follower<>(model, aliases, canary, loader, stage, journal, environment.clock(), outcomes, copies);
        if (beginning.isFromCopy() && follower != null) {
            follower.startedFromCopy();
        }
        LiveDeployment<I, Y> deployment = new LiveDeployment<>(
                model,
                environment,
                time,
                stage,
                new Ladder<>(model, environment.ticker(), fallback),
                classes,
                memory,
                truths,
                journal,
                aliases,
                follower);
        deployment.refresh();
        schedule(deployment);
        return deployment;
    }

    private Beginning.Wanted wanted(@Nullable Aliases aliases) {
        if (aliases == null) {
            return new Beginning.Wanted(fixed.orElseThrow(), actor + ": fixed to this version");
        }
        Alias champion = aliases.champion().orElseThrow(aliases::noChampion);
        return new Beginning.Wanted(champion.version(), champion.decision().toString());
    }

    private void schedule(LiveDeployment<I, Y> deployment) {
        Watch.Rhythm often = rhythm;
        if (often == null) {
            return;
        }
        try {
            Watch watch =
                    new Watch(scheduler.get(), often, "The deployment of model '" + model + "'", deployment::refresh);
            watch.start(environment.emitter(), model::equals);
            deployment.onClose(watch::close);
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
    }
}
