package io.mlops4j.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler without a thread: what was scheduled runs in the test's own thread when the test moves the clock past its
 * time, in the order of the times. Six months of hourly checks take as long as their work takes.
 *
 * <p>What is handed over without a delay runs at once, in the caller's thread. Not meant for several threads.
 *
 * <pre>{@code
 * FixedClock clock = FixedClock.at("2026-01-01T00:00:00Z");
 * ManualScheduler scheduler = ManualScheduler.with(clock);
 * // … give both to Mlops.builder(), start a monitor that checks every hour …
 * scheduler.advance(Duration.ofDays(1)); // 24 checks
 * }</pre>
 */
public final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final FixedClock clock;
    private final List<Task<?>> waiting = new ArrayList<>();
    private final AtomicLong created = new AtomicLong();
    private boolean shutdown;

    private ManualScheduler(FixedClock clock) {
        this.clock = clock;
    }

    /**
     * A scheduler that lives by a clock.
     *
     * @param clock is moved by {@link #advance}
     * @return the scheduler
     */
    public static ManualScheduler with(FixedClock clock) {
        return new ManualScheduler(clock);
    }

    /**
     * Moves the clock step by step, and runs each task when it shows its time.
     *
     * @param time by how much; not negative
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("A scheduler cannot go back by " + time + ". Set the clock instead.");
        }
        Instant end = clock.instant().plus(time);
        for (Task<?> next = due(end); next != null; next = due(end)) {
            if (next.time.isAfter(clock.instant())) {
                clock.set(next.time);
            }
            waiting.remove(next);
            next.run();
        }
        clock.set(end);
    }

    private @Nullable Task<?> due(Instant end) {
        return waiting.stream()
                .filter(task -> !task.time.isAfter(end))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * How many tasks wait for their time; one that repeats counts once.
     *
     * @return 0 when everything was cancelled
     */
    public int waiting() {
        return waiting.size();
    }

    @Override
    public void execute(Runnable command) {
        requireOpen();
        command.run();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(new Task<>(command, null, in(delay, unit), Duration.ZERO, false));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(new Task<>(callable, in(delay, unit)));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return add(new Task<>(command, null, in(initialDelay, unit), positive(period, unit), false));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(new Task<>(command, null, in(initialDelay, unit), positive(delay, unit), true));
    }

    private <V> Task<V> add(Task<V> task) {
        requireOpen();
        waiting.add(task);
        return task;
    }

    private Instant in(long delay, TimeUnit unit) {
        return clock.instant().plus(Duration.of(Math.max(0, delay), unit.toChronoUnit()));
    }

    private static Duration positive(long period, TimeUnit unit) {
        if (period <= 0) {
            throw new IllegalArgumentException("A task repeats after more than nothing, not after " + period + ".");
        }
        return Duration.of(period, unit.toChronoUnit());
    }

    private void requireOpen() {
        if (shutdown) {
            throw new RejectedExecutionException("The scheduler was shut down.");
        }
    }

    @Override
    public void shutdown() {
        shutdown = true;
        waiting.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = List.copyOf(waiting);
        shutdown();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutdown;
    }

    @Override
    public String toString() {
        return "scheduler with " + waiting.size() + " tasks, " + clock;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long order = created.getAndIncrement();
        private final Duration period;
        private final boolean fromItsEnd;
        private Instant time;

        @SuppressWarnings("NullAway") // a FutureTask of a Runnable has null for its result
        Task(Runnable command, @Nullable V result, Instant time, Duration period, boolean fromItsEnd) {
            super(command, result);
            this.time = time;
            this.period = period;
            this.fromItsEnd = fromItsEnd;
        }

        Task(Callable<V> callable, Instant time) {
            super(callable);
            this.time = time;
            this.period = Duration.ZERO;
            this.fromItsEnd = false;
        }

        @Override
        public void run() {
            if (period.isZero()) {
                super.run();
            } else if (runAndReset() && !shutdown) {
                time = (fromItsEnd ? clock.instant() : time).plus(period);
                waiting.add(this);
            }
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            waiting.remove(this);
            return super.cancel(mayInterrupt);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), time));
        }

        @Override
        public int compareTo(Delayed other) {
            if (!(other instanceof Task<?> task)) {
                return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
            }
            int byTime = time.compareTo(task.time);
            return byTime != 0 ? byTime : Long.compare(order, task.order);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
