package io.mlops4j.registry;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * SQLite. Transactions are begun by hand: a driver that begins one at the first statement takes the lock for writing only
 * when it is needed, and then two that read before they write block each other.
 */
final class SqliteDialect implements Dialect {

    private static final int PRIMARY_CODE = 0xff;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    @Override
    public void beginRead(Connection connection) throws SQLException {
        Dialect.execute(connection, "BEGIN");
    }

    @Override
    public void beginWrite(Connection connection) throws SQLException {
        Dialect.execute(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        Dialect.execute(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        Dialect.execute(connection, "ROLLBACK");
    }

    @Override
    public boolean hasTables(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'mlops_schema'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    @Override
    public void lockTables(Handle handle) {
        // a transaction that writes is alone
    }

    @Override
    public boolean isContention(SQLException e) {
        int code = e.getErrorCode() & PRIMARY_CODE;
        return code == BUSY || code == LOCKED;
    }

    @Override
    public boolean isConnectionLost(SQLException e) {
        return false;
    }

    @Override
    public String advice(SQLException e) {
        return switch (e.getErrorCode() & PRIMARY_CODE) {
            case BUSY, LOCKED -> "Another process kept it locked for too long; try again.";
            case READ_ONLY, CANNOT_OPEN -> "Check that the file and its folder can be written.";
            case CORRUPT -> "The file is damaged; restore a backup.";
            case FULL -> "The disk is full; make room and try again.";
            case NOT_A_DATABASE -> "The file is not a SQLite database.";
            default -> "Check the disk and the file, and try again.";
        };
    }
}
