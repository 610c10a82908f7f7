package io.mlops4j.registry;

import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.testkit.ModelRegistryContract;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;

/** A registry in a real PostgreSQL. */
@Tag("T13")
class PostgresRegistryTest extends ModelRegistryContract {

    @Override
    protected ModelRegistry registry(InstantSource clock, LifecycleListener listener) {
        try {
            return Registries.sql(
                    Postgres.dataSource(Postgres.emptySchema()),
                    Registries.blobsInMemory(),
                    Given.environment(clock, listener));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
