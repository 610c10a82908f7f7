package io.mlops4j.deploy;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.environment.Emitter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at aliases again and again, and at once if one was moved in this process. The pause varies, so that processes that
 * were started together do not ask the database together; it is never longer than it was said.
 */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private static final double SHORTEST = 0.8;

    private final ScheduledExecutorService scheduler;
    private final Rhythm rhythm;
    private final String watcher;
    private final Runnable look;
    private final AtomicBoolean hurried = new AtomicBoolean();
    private Emitter.@Nullable Listening moves;
    private @Nullable Future<?> next;
    private boolean closed;

    /**
     * A watch that is not started.
     *
     * @param scheduler stays the caller's
     * @param rhythm how often it looks
     * @param watcher who looks, for the log
     * @param look one at a time is the looker's own business
     */
    Watch(ScheduledExecutorService scheduler, Rhythm rhythm, String watcher, Runnable look) {
        this.scheduler = scheduler;
        this.rhythm = rhythm;
        this.watcher = watcher;
        this.look = look;
    }

    /** Who looks at which model. */
    interface Interest {
        boolean in(String model);
    }

    /**
     * How often somebody looks.
     *
     * @param pause the longest time between two looks, more than nothing
     * @param chance says how much shorter a pause is
     */
    record Rhythm(Duration pause, RandomGenerator chance) {

        Rhythm {
            if (pause.isNegative() || pause.isZero()) {
                throw new IllegalArgumentException("Between two looks lies some time, not " + pause + ".");
            }
        }

        private long nextNanos() {
            return Math.max(1, (long) (pause.toNanos() * (SHORTEST + (1 - SHORTEST) * chance.nextDouble())));
        }
    }

    /** Begins; the first look comes after a pause. */
    void start(Emitter emitter, Interest interest) {
        schedule();
        synchronized (this) {
            moves = emitter.listen(event -> {
                if (event instanceof LifecycleEvent.AliasMoved moved && interest.in(moved.model())) {
                    hurry();
                }
            });
        }
    }

    private synchronized void schedule() {
        if (!closed) {
            next = scheduler.schedule(this::goOn, rhythm.nextNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void goOn() {
        try {
            look();
        } finally {
            try {
                schedule();
            } catch (RejectedExecutionException e) {
                LOG.debug("{} looks no more, because its scheduler was stopped", watcher, e);
            }
        }
    }

    /** Whoever moved the alias does not wait for what follows from it. */
    private void hurry() {
        if (hurried.compareAndSet(false, true)) {
            try {
                scheduler.execute(() -> {
                    hurried.set(false);
                    look();
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("{} looks no more, because its scheduler was stopped", watcher, e);
            }
        }
    }

    /** A scheduler forgets a task that throws once, and then nobody would follow any more. */
    private void look() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        try {
            look.run();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("{} could not look at the registry; it tries again", watcher, e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (moves != null) {
            moves.close();
        }
        if (next != null) {
            next.cancel(false);
        }
    }
}
