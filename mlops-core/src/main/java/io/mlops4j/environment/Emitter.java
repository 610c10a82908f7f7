package io.mlops4j.environment;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happens. One that throws is logged the first time, counted, and never disturbs the others. */
public final class Emitter {

    private static final Logger LOG = LoggerFactory.getLogger(Emitter.class);

    private final List<LifecycleListener> listeners;
    private final AtomicLongArray failures;

    /**
     * An emitter for these listeners.
     *
     * @param listeners told in this order
     */
    public Emitter(List<LifecycleListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.failures = new AtomicLongArray(listeners.size());
    }

    /**
     * Tells all listeners.
     *
     * @param event what happened
     */
    public void emit(LifecycleEvent event) {
        for (int i = 0; i < listeners.size(); i++) {
            try {
                listeners.get(i).on(event);
            } catch (RuntimeException e) {
                if (failures.incrementAndGet(i) == 1) {
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
        long sum = 0;
        for (int i = 0; i < failures.length(); i++) {
            sum += failures.get(i);
        }
        return sum;
    }
}
