package io.mlops4j.registry;

import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens registries and stores of bundles. All of them are safe for use by many threads; a home and a PostgreSQL database also
 * by many processes.
 *
 * <p>Nothing here takes the address of a database or a password: a home is a folder, and a {@link DataSource} is the host's.
 */
public final class Registries {

    private Registries() {}

    /**
     * Opens a registry in a folder: metadata in SQLite, bundles in files. Needs {@code org.xerial:sqlite-jdbc} at run time.
     *
     * @param home the folder; made if there is none yet, but not its parent
     * @return the registry, to be closed by the caller
     * @throws io.mlops4j.api.error.StorageException if it is no folder, cannot be written, or was written by a newer version
     */
    public static ModelRegistry embedded(Path home) {
        return embedded(home, plain());
    }

    /**
     * Opens a registry in a folder, as {@link #embedded(Path)} does.
     *
     * @param home the folder
     * @param environment the clock, and who is told of changes
     * @return the registry, to be closed by the caller
     * @throws io.mlops4j.api.error.StorageException if it is no folder, cannot be written, or was written by a newer version
     */
    @SuppressWarnings("exports") // for the front door, which is the only one that has an environment
    public static ModelRegistry embedded(Path home, Environment environment) {
        Home opened = Home.open(home);
        BlobStore blobs = new FolderBlobs(opened.blobs());
        return open(database(opened, environment), blobs, environment);
    }

    /**
     * A registry for as long as the object lives, for tests and trials. Needs {@code org.xerial:sqlite-jdbc} at run time.
     *
     * @return the registry, to be closed by the caller
     */
    public static ModelRegistry inMemory() {
        return inMemory(plain());
    }

    /**
     * A registry for as long as the object lives.
     *
     * @param environment the clock, and who is told of changes
     * @return the registry, to be closed by the caller
     */
    @SuppressWarnings("exports") // as above
    public static ModelRegistry inMemory(Environment environment) {
        return sqlite(SqliteConnections.inMemory(), "in memory", blobsInMemory(), environment);
    }

    /**
     * Opens a registry in a PostgreSQL database, which many services may share. Its tables are named {@code mlops_…} and are
     * made in the schema that comes first in the search path.
     *
     * @param dataSource gives connections; stays the caller's, who also closes it
     * @param blobs where bundles are kept, for all services in the same place; closed with the registry
     * @return the registry, to be closed by the caller
     * @throws io.mlops4j.api.error.StorageException if the database does not answer, forbids the tables, or was written by a
     *     newer version
     */
    public static ModelRegistry sql(DataSource dataSource, BlobStore blobs) {
        return sql(dataSource, blobs, plain());
    }

    /**
     * Opens a registry in a PostgreSQL database, as {@link #sql(DataSource, BlobStore)} does.
     *
     * @param dataSource gives connections
     * @param blobs where bundles are kept
     * @param environment the clock, and who is told of changes
     * @return the registry, to be closed by the caller
     * @throws io.mlops4j.api.error.StorageException if the database does not answer, forbids the tables, or was written by a
     *     newer version
     */
    @SuppressWarnings("exports") // as above
    public static ModelRegistry sql(DataSource dataSource, BlobStore blobs, Environment environment) {
        return open(postgres(dataSource, environment), blobs, environment);
    }

    /**
     * A store of bundles in a folder, as files named by their digests. Many processes may share it.
     *
     * @param folder the folder; made if there is none yet, but not its parent
     * @return the store
     * @throws io.mlops4j.api.error.StorageException if it is no folder or cannot be written
     */
    public static BlobStore blobsIn(Path folder) {
        return new FolderBlobs(folder);
    }

    /**
     * A store of bundles for as long as the object lives.
     *
     * @return the store
     */
    public static BlobStore blobsInMemory() {
        return new MemoryBlobs();
    }

    /**
     * A store of bundles in a database, PostgreSQL or SQLite, for a team that has few models and wants all of it in one place.
     * Its tables are named {@code mlops_…}; they may lie beside those of the registry. A bundle is read as a whole, so this is
     * not for bundles of hundreds of megabytes.
     *
     * @param dataSource gives connections; stays the caller's, who also closes it
     * @return the store
     * @throws io.mlops4j.api.error.StorageException if the database does not answer, is another one, forbids the tables, or was
     *     written by a newer version
     */
    public static BlobStore blobsIn(DataSource dataSource) {
        return new SqlBlobs(migrated(database(dataSource, plain()), plain()));
    }

    /**
     * A store that asks another one again if it fails, at most six times with growing pauses: for a store at the other end of
     * a network.
     *
     * @param blobs the other store; closed with this one
     * @return the store
     */
    public static BlobStore retrying(BlobStore blobs) {
        return new RetryingBlobs(blobs, Backoff.real(plain().ticker()));
    }

    /**
     * The upkeep of a registry in a folder, which may be in use meanwhile.
     *
     * @param home the folder
     * @return the upkeep, to be closed by the caller
     * @throws io.mlops4j.api.error.StorageException if it is no home, cannot be written, or was written by a newer version
     */
    public static Upkeep upkeep(Path home) {
        return upkeep(home, plain());
    }

    static Upkeep upkeep(Path home, Environment environment) {
        Home opened = Home.open(home);
        BlobStore blobs = new FolderBlobs(opened.blobs());
        return new SqlUpkeep(migrated(database(opened, environment), environment), blobs, environment.clock());
    }

    /**
     * The upkeep of a registry in a PostgreSQL database, which may be in use meanwhile.
     *
     * @param dataSource gives connections; stays the caller's, who also closes it
     * @param blobs where its bundles are kept; closed with the upkeep
     * @return the upkeep, to be closed by the caller
     * @throws io.mlops4j.api.error.StorageException if the database does not answer, forbids the tables, or was written by a
     *     newer version
     */
    public static Upkeep upkeep(DataSource dataSource, BlobStore blobs) {
        Environment environment = plain();
        return new SqlUpkeep(migrated(postgres(dataSource, environment), environment), blobs, environment.clock());
    }

    /** A registry over connections to SQLite that somebody made otherwise. */
    static ModelRegistry sqlite(SqliteConnections connections, String place, BlobStore blobs, Environment environment) {
        return open(sqlite(connections, place, environment), blobs, environment);
    }

    /** A registry over a database that somebody reaches otherwise. */
    static ModelRegistry open(Database database, BlobStore blobs, Environment environment) {
        return new SqlRegistry(migrated(database, environment), blobs, environment);
    }

    /** The database with its tables as this library knows them; closed if that cannot be. */
    private static Database migrated(Database database, Environment environment) {
        boolean migrated = false;
        try {
            new Migrations(database, environment.clock()).run();
            migrated = true;
        } finally {
            if (!migrated) {
                database.close();
            }
        }
        return database;
    }

    /** An empty database in memory, for as long as it is open. */
    static Database scratch(Environment environment) {
        return sqlite(SqliteConnections.inMemory(), "in memory", environment);
    }

    /** The database of a home, with whatever tables it has. */
    static Database database(Home home) {
        return database(home, plain());
    }

    private static Database database(Home home, Environment environment) {
        SqliteConnections connections =
                SqliteConnections.toFile(home.database().toUri().toString());
        return sqlite(connections, "in " + home.database(), environment);
    }

    private static Database sqlite(SqliteConnections connections, String place, Environment environment) {
        Jdbi jdbi = Jdbi.create(connections).setStatementBuilderFactory(connections::statements);
        return new Database(jdbi, new SqliteDialect(), place, Backoff.real(environment.ticker()), connections);
    }

    private static Database postgres(DataSource dataSource, Environment environment) {
        return given(dataSource, new PostgresDialect(), environment);
    }

    private static Database database(DataSource dataSource, Environment environment) {
        return given(dataSource, Dialect.of(dataSource), environment);
    }

    private static Database given(DataSource dataSource, Dialect dialect, Environment environment) {
        return new Database(
                Jdbi.create(dataSource),
                dialect,
                "in the given data source",
                Backoff.real(environment.ticker()),
                () -> {});
    }

    private static Environment plain() {
        return new Environment(
                InstantSource.system(), System::nanoTime, Runnable::run, 0, new Emitter(List.of()), List.of());
    }
}
