package io.mlops4j.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {

    /** "mlops" in ASCII: a lock that nobody else takes by chance. */
    private static final long TABLES = 0x6d6c6f7073L;

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");

    /** Shut down by an administrator, crashed, not yet up. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03");

    @Override
    public void beginRead(Connection connection) throws SQLException {
        begin(connection, "REPEATABLE READ READ ONLY");
    }

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        // after the lock every statement has to see what others committed before it
        begin(connection, "READ COMMITTED READ WRITE");
    }

    private static void begin(Connection connection, String mode) throws SQLException {
        connection.setAutoCommit(false);
        boolean begun = false;
        try {
            Dialect.execute(connection, "SET TRANSACTION ISOLATION LEVEL " + mode);
            begun = true;
        } finally {
            if (!begun) {
                connection.close();
            }
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public boolean hasTables(Handle handle) {
        return handle.createQuery("SELECT to_regclass('mlops_schema') IS NOT NULL")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void lockTables(Handle handle) {
        handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:key)) AS locked")
                .bind("key", TABLES)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public boolean isContention(SQLException e) {
        return CONTENTION.contains(state(e));
    }

    @Override
    public boolean isConnectionLost(SQLException e) {
        return state(e).startsWith("08") || AWAY.contains(state(e));
    }

    @Override
    public String advice(SQLException e) {
        if (isConnectionLost(e)) {
            return "Check that the database is up and can be reached.";
        } else if (isContention(e)) {
            return "Others kept it locked for too long; try again.";
        } else if (state(e).equals("42501") || state(e).equals("25006")) {
            return "Grant the user of the data source the right to read and write the tables mlops_….";
        } else if (state(e).startsWith("53")) {
            return "The database is out of connections, memory or disk; free some and try again.";
        }
        return "See the cause for what the database said.";
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }
}
