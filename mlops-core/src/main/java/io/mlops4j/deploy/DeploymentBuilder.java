package io.mlops4j.deploy;

import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Rung;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.environment.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says how a model is to be live in this process, and makes it so. Unless something else is said it follows the alias
 * {@code champion}, looks at the registry only when {@link Deployment#refresh()} is called, and has no fallback.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class DeploymentBuilder<I, Y extends Prediction> {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentBuilder.class);
    private static final int USUAL_JOIN_LIMIT = 100_000;
    private static final Duration USUAL_JOIN_TIME = Duration.ofDays(30);

    private final String model;
    private final RowReader<I> rows;
    private final Class<Y> type;
    private final ModelRegistry registry;
    private final BundleReader reader;
    private final Environment environment;
    private final Supplier<ScheduledExecutorService> scheduler;

    private String alias = Alias.CHAMPION;
    private OptionalInt fixed = OptionalInt.empty();
    private @Nullable Rollout rollout;
    private int rolledOut;
    private Rollout.@Nullable Canary canary;
    private @Nullable Function<? super I, ? extends @Nullable Y> fallback;
    private @Nullable Duration every;
    private int joinLimit = USUAL_JOIN_LIMIT;
    private Duration joinFor = USUAL_JOIN_TIME;
    private String actor = "deployment";

    /**
     * What the front door hands out.
     *
     * @param model the name of the model in the registry
     * @param rows reads a row
     * @param type the kind of answer
     * @param registry knows the versions and the aliases; stays the caller's
     * @param reader reads bundles
     * @param environment clock, ticker, listeners, formats
     * @param scheduler asked only if {@link #every} is called; stays the caller's
     */
    @SuppressWarnings("exports") // only the front door can call it, because only it has an environment
    public DeploymentBuilder(
            String model,
            RowReader<I> rows,
            Class<Y> type,
            ModelRegistry registry,
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
     * Looks at the registry again and again.
     *
     * @param pause between two looks; more than nothing
     * @return this
     */
    public DeploymentBuilder<I, Y> every(Duration pause) {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("Between two looks lies some time, not " + pause + ".");
        }
        this.every = pause;
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
     *     there is nothing before it that could stay live
     */
    public Deployment<I, Y> open() {
        if (rollout != null && fixed.isPresent()) {
            throw new IllegalStateException(
                    "A deployment that is fixed to a version has no rollout. Use alias(…) or leave rollout(…) out.");
        }
        Journal journal = new Journal(model, environment.clock());
        Memory memory = new Memory(joinLimit);
        KnownClasses classes = new KnownClasses();
        Loader<I, Y> loader = new Loader<>(registry, reader, rows, type, environment, memory, classes);
        Aliases aliases = fixed.isPresent() ? null : new Aliases(registry, model, actor, alias);
        if (aliases != null && rollout != null) {
            new Launch(aliases, journal).begin(rolledOut, rollout);
        }
        Stage<I, Y> stage = new Stage<>(model, first(aliases, loader, journal));
        Outcomes outcomes = new Outcomes();
        PredictionTime time = new PredictionTime(environment);
        Truths truths = new Truths(
                memory, joinFor, () -> time.millis(environment.ticker().getAsLong()));
        truths.listen(outcomes);
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
                aliases == null
                        ? null
                        : new Follower<>(
                                model, aliases, canary, loader, stage, journal, environment.clock(), outcomes));
        deployment.refresh();
        schedule(deployment);
        return deployment;
    }

    private Lineup<I, Y> first(@Nullable Aliases aliases, Loader<I, Y> loader, Journal journal) {
        int version;
        String reason;
        if (aliases == null) {
            version = fixed.orElseThrow();
            reason = actor + ": fixed to this version";
        } else {
            Alias wanted = aliases.champion().orElseThrow(aliases::noChampion);
            version = wanted.version();
            reason = wanted.decision().toString();
        }
        try {
            Loader.Loaded<I, Y> loaded = loader.load(model, version);
            Instant at = environment.clock().instant();
            Live<I, Y> live = loaded.live();
            journal.swapped(new SwapReceipt(
                    model,
                    Route.CHAMPION,
                    OptionalInt.empty(),
                    OptionalInt.of(version),
                    live.digest(),
                    at,
                    loaded.checks(),
                    reason));
            return new Lineup<>(Seat.of(Rung.CHAMPION, live, at), null, null, Traffic.NONE);
        } catch (Loader.StepFailedException e) {
            throw e.reason();
        }
    }

    private void schedule(LiveDeployment<I, Y> deployment) {
        Duration pause = every;
        if (pause == null) {
            return;
        }
        try {
            ScheduledFuture<?> looks = scheduler
                    .get()
                    .scheduleWithFixedDelay(
                            () -> look(deployment), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
            deployment.onClose(() -> looks.cancel(false));
        } catch (RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    /** A scheduler forgets a task that throws once, and then nobody would follow any more. */
    private static void look(LiveDeployment<?, ?> deployment) {
        try {
            deployment.refresh();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("Model '{}' could not be looked after; it is tried again", deployment.model(), e);
        }
    }
}
