package io.mlops4j.registry;

import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.testkit.ModelRegistryContract;
import java.time.InstantSource;

/** A registry in memory. */
class SqliteMemoryRegistryTest extends ModelRegistryContract {

    @Override
    protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
        return Registries.inMemory(Given.environment(clock, listener));
    }
}
