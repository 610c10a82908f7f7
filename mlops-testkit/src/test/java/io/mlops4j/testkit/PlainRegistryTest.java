package io.mlops4j.testkit;

import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.ModelRegistry;
import java.time.InstantSource;

/** The contract, inherited as a user would. */
class PlainRegistryTest extends ModelRegistryContract {

    @Override
    protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
        return new PlainRegistry(clock, listener);
    }
}
