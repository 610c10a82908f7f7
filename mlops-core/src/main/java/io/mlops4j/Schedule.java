package io.mlops4j;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The caller's scheduler, or one of our own that is made when it is needed first. */
final class Schedule implements Supplier<ScheduledExecutorService>, AutoCloseable {

    private final @Nullable ScheduledExecutorService given;
    private @Nullable ScheduledExecutorService own;
    private boolean closed;

    Schedule(@Nullable ScheduledExecutorService given) {
        this.given = given;
    }

    @Override
    public synchronized ScheduledExecutorService get() {
        if (given != null) {
            return given;
        }
        if (closed) {
            throw new IllegalStateException("The library is closed. Open a new one.");
        }
        ScheduledExecutorService scheduler = own;
        if (scheduler == null) {
            scheduler = Executors.newSingleThreadScheduledExecutor(Schedule::daemon);
            own = scheduler;
        }
        return scheduler;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mlops-scheduler");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (own != null) {
            own.shutdownNow();
            own = null;
        }
    }
}
