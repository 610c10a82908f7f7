package io.mlops4j;

import io.mlops4j.api.registry.ModelRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A registry that is opened when it is needed first: who only trains and predicts loads no database. */
final class Opening implements Supplier<ModelRegistry>, AutoCloseable {

    private final Supplier<ModelRegistry> opens;
    private @Nullable ModelRegistry open;
    private boolean closed;

    Opening(Supplier<ModelRegistry> opens) {
        this.opens = opens;
    }

    @Override
    public synchronized ModelRegistry get() {
        if (closed) {
            throw new IllegalStateException("The library is closed. Open a new one.");
        }
        ModelRegistry registry = open;
        if (registry == null) {
            registry = opens.get();
            open = registry;
        }
        return registry;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
