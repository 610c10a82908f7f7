package io.mlops4j.registry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConnection;

/**
 * A SQLite database that is trusted to do what it promises in WAL mode with {@code synchronous=FULL}: a power cut leaves what
 * was committed last. So each commit is kept as an image of the whole database.
 */
final class CrashDatabase implements AutoCloseable {

    private final SQLiteConnection connection;
    private final Runnable committed;
    private byte[] image;

    /**
     * A database.
     *
     * @param image what is in it; nothing if empty
     * @param committed runs after each commit that changed something, before anybody hears of it
     */
    CrashDatabase(byte[] image, Runnable committed) {
        this.committed = committed;
        this.image = image;
        try {
            connection = (SQLiteConnection) DriverManager.getConnection("jdbc:sqlite::memory:");
            Dialect.execute(connection, "PRAGMA foreign_keys = ON");
            if (image.length > 0) {
                connection.deserialize("main", image);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    byte[] image() {
        return image;
    }

    /** Nobody waits: whoever is in the way here stays there. */
    Database open() {
        ConnectionFactory connections = new ConnectionFactory() {
            @Override
            public Connection openConnection() {
                return connection;
            }

            @Override
            public void closeConnection(Connection closed) {}
        };
        Backoff none = new Backoff(new SplittableRandom(1), nanos -> {});
        return new Database(Jdbi.create(connections), new Recording(), "on a disk that crashes", none, () -> {});
    }

    void execute(String sql) {
        try {
            Dialect.execute(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private final class Recording implements Dialect {

        private final Dialect sqlite = new SqliteDialect();

        @Override
        public void beginRead(Connection connection) throws SQLException {
            sqlite.beginRead(connection);
        }

        @Override
        public void beginWrite(Connection connection) throws SQLException {
            sqlite.beginWrite(connection);
        }

        @Override
        public void commit(Connection same) throws SQLException {
            sqlite.commit(same);
            byte[] now = connection.serialize("main");
            if (!Arrays.equals(now, image)) {
                image = now;
                committed.run();
            }
        }

        @Override
        public void rollback(Connection connection) throws SQLException {
            sqlite.rollback(connection);
        }

        @Override
        public boolean hasTables(Handle handle) {
            return sqlite.hasTables(handle);
        }

        @Override
        public void lockTables(Handle handle) {
            sqlite.lockTables(handle);
        }

        @Override
        public boolean isContention(SQLException e) {
            return sqlite.isContention(e);
        }

        @Override
        public boolean isConnectionLost(SQLException e) {
            return sqlite.isConnectionLost(e);
        }

        @Override
        public String advice(SQLException e) {
            return sqlite.advice(e);
        }
    }
}
