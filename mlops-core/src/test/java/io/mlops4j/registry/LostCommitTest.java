package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.registry.LostConnections.When;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection to PostgreSQL breaks in the very commit: nobody knows the outcome, until somebody asks again by the key. */
@Tag("F09")
class LostCommitTest {

    private static final Registration WITH_KEY =
            new Registration(Given.MODEL, Given.bundle("bundle"), Given.GOOD, Given.ANN, Optional.of("build 4711"));

    private LostConnections connections;
    private ModelRegistry registry;

    @BeforeEach
    void open() throws SQLException {
        connections = new LostConnections(Postgres.dataSource(Postgres.emptySchema()));
        registry = Registries.sql(connections.dataSource(), Registries.blobsInMemory());
    }

    @ParameterizedTest
    @EnumSource
    void theKeyTellsWhetherItWasStored(When when) {
        connections.breakNextCommit(when);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> registry.register(WITH_KEY))
                .withMessageContaining("Whether it was stored is not known")
                .withMessageContaining("08006");

        ModelVersion version = registry.register(WITH_KEY);

        assertThat(version.number()).isEqualTo(1);
        assertThat(registry.register(WITH_KEY)).isEqualTo(version);
        assertThat(registry.versions(Given.MODEL)).containsExactly(version);
        assertThat(registry.verify().entries()).isEqualTo(1);
    }

    /** The twin has no key, and so has the same bundle twice. */
    @Test
    void withoutAKeyItMayBeStoredTwice() {
        connections.breakNextCommit(When.AFTER_IT_IS_DONE);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> registry.register(Given.registration("bundle")));
        assertThat(registry.register(Given.registration("bundle")).number()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void anAliasTellsWhetherItMoved(When when) {
        registry.register(WITH_KEY);
        connections.breakNextCommit(when);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(this::move)
                .withMessageContaining("Whether it was stored is not known");

        if (when == When.AFTER_IT_IS_DONE) {
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(this::move)
                    .withMessageContaining("stands at v1");
        } else {
            move();
        }
        assertThat(registry.history(Given.MODEL, Alias.CHAMPION)).hasSize(1);
        assertThat(registry.verify().intact()).isTrue();
    }

    private void move() {
        registry.move(Given.MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(1), Given.ANN);
    }

    @Test
    @Tag("F10")
    void betweenAttemptsItWaitsLongerAndLongerByChance() throws SQLException {
        List<List<Long>> waits = new ArrayList<>();
        for (int seed = 0; seed < 2; seed++) {
            List<Long> pauses = new ArrayList<>();
            CountedConnections source = new CountedConnections(Postgres.dataSource(Postgres.emptySchema()));
            Backoff backoff = new Backoff(new SplittableRandom(seed), pauses::add);
            Database database =
                    new Database(Jdbi.create(source), new PostgresDialect(), "in a test", backoff, () -> {});
            ModelRegistry other =
                    Registries.open(database, Registries.blobsInMemory(), Given.environment(() -> Instant.EPOCH));
            source.fail(3);
            assertThat(other.models()).isEmpty();
            assertThat(pauses).as("three failures").hasSize(3).isSorted();
            source.fail(100);
            assertThatExceptionOfType(StorageException.class).isThrownBy(other::models);
            assertThat(pauses).as("then four more, and no fifth").hasSize(7);
            assertThat(source.open()).isZero();
            waits.add(pauses);
        }
        assertThat(waits.get(0)).as("by chance").isNotEqualTo(waits.get(1));
    }
}
