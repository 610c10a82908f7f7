package io.mlops4j.registry;

import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.testkit.ModelRegistryContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** A registry in a home. */
class SqliteFileRegistryTest extends ModelRegistryContract {

    @TempDir
    private Path folder;

    @Override
    protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
        // a name that means something in an address or a URI
        return Registries.embedded(folder.resolve("a home?mode=memory&x=%20#é"), Given.environment(clock, listener));
    }
}
