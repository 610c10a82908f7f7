package io.mlops4j.environment;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happens. One that throws is logged the first time, counted, and never disturbs the others. */
public final class Emitter {

    private static final Logger LOG = LoggerFactory.getLogger(Emitter.class);

    private final List<Told> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong failures = new AtomicLong();

    /**
     * An emitter for these listeners.
     *
     * @param listeners told in this order
     */
    public Emitter(List<LifecycleListener> listeners) {
        listeners.forEach(this::listen);
    }

    /** A listener, and whether it threw already. */
    private record Told(LifecycleListener listener, AtomicBoolean threw) {}

    /** What ends a {@link #listen}. */
    public interface Listening extends AutoCloseable {

        /** Tells the listener nothing more. */
        @Override
        void close();
    }

    /**
     * Tells one more listener from now on, after the others.
     *
     * @param listener the listener
     * @return ends it
     */
    public Listening listen(LifecycleListener listener) {
        Told told = new Told(listener, new AtomicBoolean());
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    /**
     * Tells all listeners.
     *
     * @param event what happened
     */
    public void emit(LifecycleEvent event) {
        for (Told told : listeners) {
            try {
                told.listener().on(event);
            } catch (RuntimeException e) {
                failures.incrementAndGet();
                if (told.threw().compareAndSet(false, true)) {
                    LOG.warn(
                            "A listener threw on {}; later failures of it are only counted",
                            event.getClass().getSimpleName(),
                            e);
                }
            }
        }
    }

    /**
     * How often listeners threw.
     *
     * @return the sum over all listeners
     */
    public long failures() {
        return failures.get();
    }
}
