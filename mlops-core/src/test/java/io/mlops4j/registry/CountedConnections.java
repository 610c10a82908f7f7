package io.mlops4j.registry;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A host's data source that remembers what it gave, and fails when it is told to. */
final class CountedConnections implements DataSource {

    private final DataSource source;
    private final List<Connection> given = new CopyOnWriteArrayList<>();
    private volatile int failures;

    CountedConnections(DataSource source) {
        this.source = source;
    }

    /** The next so many times it has no connection. */
    void fail(int times) {
        failures = times;
    }

    int open() throws SQLException {
        int open = 0;
        for (Connection connection : given) {
            open += connection.isClosed() ? 0 : 1;
        }
        return open;
    }

    int given() {
        return given.size();
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        if (failures > 0) {
            failures--;
            throw new SQLException("cannot reach jdbc:postgresql://admin:hunter2@db.internal/", "08001");
        }
        Connection connection = source.getConnection();
        given.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
