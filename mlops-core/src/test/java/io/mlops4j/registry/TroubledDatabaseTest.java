package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.testkit.FixedClock;
import io.mlops4j.testkit.RecordingListener;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is locked, gone or altered: a bounded number of new attempts, a clear word, nothing leaked. */
@Tag("F10")
class TroubledDatabaseTest {

    @TempDir
    private Path folder;

    private final RecordingListener events = new RecordingListener();

    private ModelRegistry impatient() {
        Path database = Home.open(folder).database();
        return Registries.sqlite(
                SqliteConnections.toFile(database.toUri().toString(), 50),
                "in " + database,
                Registries.blobsInMemory(),
                Given.environment(FixedClock.at("2026-01-01T00:00:00Z"), events));
    }

    private Connection lock() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("registry.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return connection;
    }

    @Test
    void aHomeThatStaysLockedGivesUpAndReadsOn() throws SQLException {
        try (ModelRegistry registry = impatient()) {
            registry.register(Given.registration("first"));
            events.clear();
            try (Connection other = lock()) {
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> registry.register(Given.registration("second")))
                        .withMessageContaining("register a version of survival")
                        .withMessageContaining(folder.resolve("registry.db").toString())
                        .withMessageContaining("Nothing changed. Another process kept it locked for too long");
                assertThat(registry.versions(Given.MODEL)).hasSize(1);
                assertThat(events.events()).isEmpty();
            }
            assertThat(registry.register(Given.registration("second")).number()).isEqualTo(2);
        }
    }

    @Test
    void aHomeThatIsLockedForAMomentIsWaitedFor() throws Exception {
        try (ModelRegistry registry = Registries.embedded(folder)) {
            CompletableFuture<Integer> number;
            try (Connection other = lock()) {
                number = CompletableFuture.supplyAsync(
                        () -> registry.register(Given.registration("first")).number());
                assertThat(number).isNotDone();
            }
            assertThat(number.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    @Tag("T13")
    @Tag("T21")
    void aDatabaseThatCannotBeReachedIsReportedWithoutItsAddress() throws SQLException {
        CountedConnections source = new CountedConnections(Postgres.dataSource(Postgres.emptySchema()));
        try (ModelRegistry registry = Registries.sql(source, Registries.blobsInMemory())) {
            source.fail(100);
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(registry::models)
                    .withMessageContaining("list the models")
                    .withMessageContaining("SQLState 08001")
                    .withMessageContaining("Check that the database is up")
                    .withMessageNotContaining("hunter2")
                    .withMessageNotContaining("db.internal");
            source.fail(2);
            assertThat(registry.models()).as("after two failures").isEmpty();
        }
    }

    @Test
    void everyConnectionIsGivenBackWhateverHappens() throws SQLException {
        CountedConnections source = new CountedConnections(Postgres.dataSource(Postgres.emptySchema()));
        try (ModelRegistry registry = Registries.sql(source, Registries.blobsInMemory())) {
            Given.history(registry);
            registry.verify();
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> registry.version("none", 1));
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> registry.move(
                            Given.MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(1), Given.ANN));
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE mlops_alias RENAME TO gone");
            }
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> registry.alias(Given.MODEL, Alias.CHAMPION))
                    .withMessageContaining("SQLState 42P01");
        }
        assertThat(source.given()).isGreaterThan(10);
        assertThat(source.open()).isZero();
    }

    /** The blob comes first: without it there is no row, and nobody is told. */
    @Test
    @Tag("F03")
    void aBundleThatCannotBeStoredIsNoVersion() {
        BlobStore full = new OtherBlobs(Registries.blobsInMemory()) {
            @Override
            public void put(BundleContent content) {
                throw new StorageException("No space left on device");
            }
        };
        Path database = Home.open(folder).database();
        try (ModelRegistry registry = Registries.sqlite(
                SqliteConnections.toFile(database.toUri().toString()),
                "in " + database,
                full,
                Given.environment(FixedClock.at("2026-01-01T00:00:00Z"), events))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> registry.register(Given.registration("first")));
            assertThat(registry.models()).isEmpty();
            assertThat(registry.audit(Given.MODEL)).isEmpty();
            assertThat(events.events()).isEmpty();
        }
    }

    @Test
    @Tag("F29")
    void aListenerThatThrowsUndoesNothing() {
        try (ModelRegistry registry = Registries.inMemory(Given.environment(
                FixedClock.at("2026-01-01T00:00:00Z"),
                event -> {
                    throw new IllegalStateException("listener");
                },
                events))) {
            assertThat(registry.register(Given.registration("first")).number()).isEqualTo(1);
            assertThat(events.only(LifecycleEvent.VersionRegistered.class).version())
                    .isEqualTo(registry.version(Given.MODEL, 1));
        }
    }

    /** It also sees what is in the database already when it is told. */
    @Test
    void listenersAreToldWhenItIsStored() {
        ModelRegistry[] registry = new ModelRegistry[1];
        int[] seen = new int[1];
        try (ModelRegistry opened = Registries.embedded(
                folder,
                Given.environment(
                        FixedClock.at("2026-01-01T00:00:00Z"),
                        event -> seen[0] = registry[0].versions(Given.MODEL).size()))) {
            Arrays.fill(registry, opened);
            opened.register(Given.registration("first"));
            assertThat(seen[0]).isEqualTo(1);
        }
    }

    @Test
    @Tag("T13")
    void nothingTakesTheAddressOfADatabase() {
        assertThat(Registries.class.getMethods())
                .filteredOn(method -> method.getDeclaringClass() == Registries.class)
                .allSatisfy(method -> assertThat(method.getParameterTypes()).doesNotContain(String.class, URI.class));
    }
}
