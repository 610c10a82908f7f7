package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.ModelRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A migration that is interrupted leaves the tables as they were, and goes through the next time. */
@Tag("F13")
class InterruptedMigrationTest {

    private static final InstantSource CLOCK = () -> Instant.EPOCH;
    private static final List<Integer> FIRST_RELEASE = List.of(1);
    private static final int MANY = 200;

    @TempDir
    private Path folder;

    private int databases;

    /** What happens before each statement. */
    private static final class Before implements SqlLogger {

        private final int number;
        private final Consumer<StatementContext> what;
        private int count;

        Before(int number, Consumer<StatementContext> what) {
            this.number = number;
            this.what = what;
        }

        @Override
        public void logBeforeExecution(StatementContext context) {
            if (count++ == number) {
                what.accept(context);
            }
        }

        boolean happened() {
            return count > number;
        }
    }

    private static Database database(DataSource source, SqlLogger logger) {
        Jdbi jdbi = Jdbi.create(source).setSqlLogger(logger);
        Backoff none = new Backoff(new SplittableRandom(1), nanos -> {});
        return new Database(jdbi, Dialect.of(source), "in a test", none, () -> {});
    }

    private static Database database(DataSource source) {
        return database(source, SqlLogger.NOP_SQL_LOGGER);
    }

    private DataSource sqlite() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve(++databases + ".db"));
        return source;
    }

    private static DataSource postgres() {
        try {
            return Postgres.dataSource(Postgres.emptySchema());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> schema(DataSource source) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), "mlops_%", null)) {
            while (found.next()) {
                tables.add(found.getString("TABLE_TYPE") + " " + found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    @Test
    void aHomeIsAsItWasOrMigrated() throws SQLException {
        interruptEverywhere(sqlite(), List.of());
        DataSource first = sqlite();
        new Migrations(database(first), CLOCK, FIRST_RELEASE).run();
        interruptEverywhere(first, schema(first));
    }

    @Test
    void aPostgresIsAsItWasOrMigrated() throws SQLException {
        interruptEverywhere(postgres(), List.of());
        DataSource first = postgres();
        new Migrations(database(first), CLOCK, FIRST_RELEASE).run();
        interruptEverywhere(first, schema(first));
    }

    private static void interruptEverywhere(DataSource source, List<String> before) throws SQLException {
        int interruptions = 0;
        for (int statement = 0; statement < MANY; statement++) {
            Before power = new Before(statement, context -> {
                throw new IllegalStateException("the process ends here");
            });
            Migrations migrations = new Migrations(database(source, power), CLOCK);
            try {
                migrations.run();
                assertThat(power.happened()).isFalse();
                break;
            } catch (IllegalStateException e) {
                interruptions++;
                assertThat(schema(source)).as("after statement %s", statement).isEqualTo(before);
            }
        }
        assertThat(interruptions).isGreaterThan(8);
        assertThat(schema(source)).hasSizeGreaterThan(before.size());
        ModelRegistry registry =
                Registries.open(database(source), Registries.blobsInMemory(), Given.environment(CLOCK));
        Given.history(registry);
        assertThat(registry.verify().intact()).isTrue();
    }

    /** The server takes the connection away before each statement in turn; it is tried again, from the beginning. */
    @Test
    @Tag("F10")
    void aLostConnectionIsReplacedAndTheMigrationGoesThrough() throws SQLException {
        for (int statement = 0; statement < MANY; statement++) {
            DataSource source = postgres();
            Before server = new Before(statement, context -> terminate(context.getConnection(), source));
            new Migrations(database(source, server), CLOCK).run();
            if (!server.happened()) {
                return;
            }
            assertThat(schema(source)).contains("TABLE mlops_version", "TABLE mlops_blob_mark");
        }
    }

    private static void terminate(Connection lost, DataSource source) {
        try (Statement itself = lost.createStatement();
                ResultSet process = itself.executeQuery("SELECT pg_backend_pid()");
                Connection other = source.getConnection();
                Statement administrator = other.createStatement()) {
            process.next();
            administrator.execute("SELECT pg_terminate_backend(" + process.getInt(1) + ", 5000)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLibraryThatKnowsLessRefusesAndNamesBothVersions() {
        DataSource source = sqlite();
        new Migrations(database(source), CLOCK).run();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Migrations(database(source), CLOCK, FIRST_RELEASE).run())
                .withMessageContaining("of version " + Migrations.NEWEST + ", this library knows versions up to 1");
    }
}
