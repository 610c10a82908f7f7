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
        SqliteConnections connections =
                SqliteConnections.toFile(opened.database().toUri().toString());
        return sqlite(connections, "in " + opened.database(), blobs, environment);
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
        return open(
                new Database(
                        Jdbi.create(dataSource),
                        new PostgresDialect(),
                        "in the given data source",
                        Backoff.real(environment.ticker()),
                        () -> {}),
                blobs,
                environment);
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

    /** A registry over connections to SQLite that somebody made otherwise. */
    static ModelRegistry sqlite(SqliteConnections connections, String place, BlobStore blobs, Environment environment) {
        return open(
                new Database(
                        Jdbi.create(connections),
                        new SqliteDialect(),
                        place,
                        Backoff.real(environment.ticker()),
                        connections),
                blobs,
                environment);
    }

    /** A registry over a database that somebody reaches otherwise. */
    static ModelRegistry open(Database database, BlobStore blobs, Environment environment) {
        boolean opened = false;
        try {
            new Migrations(database, environment.clock()).run();
            opened = true;
        } finally {
            if (!opened) {
                database.close();
            }
        }
        return new SqlRegistry(database, blobs, environment);
    }

    private static Environment plain() {
        return new Environment(
                InstantSource.system(), System::nanoTime, Runnable::run, 0, new Emitter(List.of()), List.of());
    }
}
