package io.mlops4j.monitor;

import io.mlops4j.api.monitor.Action;
import io.mlops4j.api.monitor.AlertSink;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.environment.Environment;
import io.mlops4j.watch.ReferenceBins;
import io.mlops4j.watch.Watched;
import io.mlops4j.watch.WindowJudge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what is watched of a deployment, and starts to watch it. Unless something else is said, a window needs 200 rows, a
 * broken limit alerts once an hour to the log, and checks are made only when {@link Monitor#checkNow()} is called.
 */
public final class MonitorBuilder {

    private static final Logger LOG = LoggerFactory.getLogger("io.mlops4j.monitor");
    private static final Duration USUAL_COOL_DOWN = Duration.ofHours(1);

    private final Watched watched;
    private final Environment environment;
    private final Supplier<ScheduledExecutorService> scheduler;
    private final List<Limit> limits = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<AlertSink> sinks = new ArrayList<>();
    private Duration coolDown = USUAL_COOL_DOWN;
    private long minimumRows = WindowJudge.USUAL_MINIMUM;
    private int rollbacksPerDay = 1;
    private @Nullable Duration every;

    /**
     * What the front door hands out.
     *
     * @param watched the deployment
     * @param environment clock and listeners
     * @param scheduler asked only if {@link #every} is called; stays the caller's
     */
    @SuppressWarnings("exports") // for the front door, which is the only one that has these
    public MonitorBuilder(Watched watched, Environment environment, Supplier<ScheduledExecutorService> scheduler) {
        this.watched = watched;
        this.environment = environment;
        this.scheduler = scheduler;
    }

    /**
     * Sets limits. Can be called several times.
     *
     * @param added such as {@code psi(numeric()).above(0.2)}
     * @return this
     */
    public MonitorBuilder watch(Limit... added) {
        limits.addAll(List.of(added));
        return this;
    }

    /**
     * Says what is done when limits are broken. Can be called several times; without it, {@link Actions#alert()} is.
     *
     * @param added in this order
     * @return this
     */
    public MonitorBuilder onBreach(Action... added) {
        actions.addAll(List.of(added));
        return this;
    }

    /**
     * Says where alerts go. Can be called several times; without it, they go to the log {@code io.mlops4j.monitor}.
     *
     * @param added all get each alert
     * @return this
     */
    public MonitorBuilder sink(AlertSink... added) {
        sinks.addAll(List.of(added));
        return this;
    }

    /**
     * Checks again and again.
     *
     * @param pause between two checks; more than nothing
     * @return this
     */
    public MonitorBuilder every(Duration pause) {
        if (pause.isNegative() || pause.isZero()) {
            throw new IllegalArgumentException("Between two checks lies some time, not " + pause + ".");
        }
        this.every = pause;
        return this;
    }

    /**
     * How long a limit that has acted does not act again, however often it is broken.
     *
     * @param time not negative; one hour unless this is called
     * @return this
     */
    public MonitorBuilder coolDown(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("A limit cannot cool down for " + time + ".");
        }
        this.coolDown = time;
        return this;
    }

    /**
     * How many rows a window needs before anything is said of it, and how many truths before anything is said of quality.
     *
     * @param rows at least 1; 200 unless this is called, below which the usual index alarms by chance
     * @return this
     */
    public MonitorBuilder minimumRows(long rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A window needs at least 1 row, not " + rows + ".");
        }
        this.minimumRows = rows;
        return this;
    }

    /**
     * How often this monitor may roll back in 24 hours.
     *
     * @param times at least 0; once unless this is called
     * @return this
     */
    public MonitorBuilder rollbacksPerDay(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("Rollbacks are at least 0 a day, not " + times + ".");
        }
        this.rollbacksPerDay = times;
        return this;
    }

    /**
     * Starts to watch; the first window begins now.
     *
     * @return the monitor, to be closed by the caller before the deployment
     * @throws IllegalStateException if something is to be done when a limit is broken, but none is set
     * @throws IllegalArgumentException if a limit does not fit the model
     * @throws io.mlops4j.api.error.SchemaException if a limit is for columns that the model does not have
     */
    public Monitor start() {
        if (limits.isEmpty() && !actions.isEmpty()) {
            throw new IllegalStateException("The monitor of '" + watched.model()
                    + "' is to act when a limit is broken, but watches none. Add one with watch(…).");
        }
        ReferenceBins reference = watched.champion().reference();
        limits.forEach(limit -> LimitCheck.require(limit, reference));
        DeploymentMonitor monitor = new DeploymentMonitor(
                watched,
                environment,
                new WindowJudge().minimumRows(minimumRows),
                List.copyOf(limits),
                actions.isEmpty() ? List.of(Actions.alert()) : List.copyOf(actions),
                sinks.isEmpty() ? List.of(Sinks.log(LOG)) : List.copyOf(sinks),
                new CoolDown(coolDown),
                new RollbackCap(rollbacksPerDay));
        schedule(monitor);
        return monitor;
    }

    private void schedule(DeploymentMonitor monitor) {
        Duration pause = every;
        if (pause == null) {
            return;
        }
        try {
            ScheduledFuture<?> checks = scheduler
                    .get()
                    .scheduleWithFixedDelay(
                            () -> check(monitor), pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
            monitor.onClose(() -> checks.cancel(false));
        } catch (RuntimeException e) {
            monitor.close();
            throw e;
        }
    }

    /** A scheduler forgets a task that throws once, and then nobody would watch any more. */
    private static void check(DeploymentMonitor monitor) {
        try {
            monitor.checkNow();
        } catch (RuntimeException e) {
            LOG.error("{} could not check; it tries again", monitor, e);
        }
    }
}
