package io.mlops4j.registry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A few connections to one SQLite database, kept open and lent out in turn. */
final class SqliteConnections implements ConnectionFactory, AutoCloseable {

    /** SQLite has one writer at a time; more connections only serve readers. */
    private static final int MOST = 4;

    private static final int WAIT_SECONDS = 30;
    private static final int BUSY_MILLIS = 5000;

    private final String url;
    private final boolean inMemory;
    private final int busyMillis;
    private final Semaphore permits;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Map<Connection, KeptStatements> statements = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private SqliteConnections(String url, boolean inMemory, int most, int busyMillis) {
        this.url = url;
        this.inMemory = inMemory;
        this.busyMillis = busyMillis;
        this.permits = new Semaphore(most, true);
    }

    /**
     * Connections to a file.
     *
     * @param uri the file as a URI, in which nothing can be taken for a setting
     */
    static SqliteConnections toFile(String uri) {
        return toFile(uri, BUSY_MILLIS);
    }

    /** The same, which wait at most so long at a time while another process writes. */
    static SqliteConnections toFile(String uri, int busyMillis) {
        return new SqliteConnections("jdbc:sqlite:" + uri, false, MOST, busyMillis);
    }

    /** The one connection to a database that lives as long as it does. */
    static SqliteConnections inMemory() {
        return new SqliteConnections("jdbc:sqlite::memory:", true, 1, BUSY_MILLIS);
    }

    @Override
    public Connection openConnection() throws SQLException {
        try {
            if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTimeoutException("No connection became free within " + WAIT_SECONDS + " seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a connection.", e);
        }
        Connection connection = null;
        try {
            connection = idle.poll();
            connection = connection == null ? connect() : connection;
            return connection;
        } finally {
            if (connection == null) {
                permits.release();
            }
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            if (connection.isClosed()) {
                statements.remove(connection);
            } else {
                idle.push(connection);
            }
            if (closed) {
                closeIdle();
            }
        } finally {
            permits.release();
        }
    }

    /** What a connection has prepared. */
    KeptStatements statements(Connection connection) {
        return statements.computeIfAbsent(connection, first -> new KeptStatements());
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + busyMillis);
            statement.execute("PRAGMA foreign_keys = ON");
            if (!inMemory) {
                requireLog(statement);
                statement.execute("PRAGMA synchronous = FULL");
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Without it readers and the writer are in each other's way; a file system of the network does not offer it. */
    private static void requireLog(Statement statement) throws SQLException {
        try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
            if (!mode.next() || !"wal".equals(mode.getString(1))) {
                throw new SQLException("This file system does not let SQLite keep a write-ahead log.");
            }
        }
    }

    /** Closes those that are not lent out now, and the others when they come back. */
    @Override
    public void close() throws SQLException {
        closed = true;
        closeIdle();
    }

    private void closeIdle() throws SQLException {
        SQLException failure = null;
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            failure = closed(connection, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable SQLException closed(Connection connection, @Nullable SQLException before) {
        statements.remove(connection);
        try {
            connection.close();
            return before;
        } catch (SQLException e) {
            return before == null ? e : before;
        }
    }
}
