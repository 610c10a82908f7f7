package io.mlops4j.registry;

import io.mlops4j.api.error.StorageException;
import io.mlops4j.json.Quoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** What the databases do each in its own way; everything else is the same SQL. */
interface Dialect {

    /** Begins a transaction that sees one state from beginning to end. */
    void beginRead(Connection connection) throws SQLException;

    /** Begins a transaction that will write. */
    void beginWrite(Connection connection) throws SQLException;

    void commit(Connection connection) throws SQLException;

    void rollback(Connection connection) throws SQLException;

    /** Whether the tables of this library are there, of whatever version. */
    boolean hasTables(Handle handle);

    /** Keeps others from changing the tables themselves until the transaction ends. */
    void lockTables(Handle handle);

    /** Whether others were in the way, so that nothing happened, not even if it was the commit that failed. */
    boolean isContention(SQLException e);

    /** Whether the database went away, so that nothing happened unless it was the commit that failed. */
    boolean isConnectionLost(SQLException e);

    /** What to do about an error, in a sentence. */
    String advice(SQLException e);

    /** That of the host's database. */
    static Dialect of(DataSource dataSource) {
        String product;
        try (Connection connection = dataSource.getConnection()) {
            product = connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new StorageException(
                    "The given data source gives no connection (SQLState " + e.getSQLState()
                            + "). Check that the database is up and can be reached.",
                    e);
        }
        return switch (product) {
            case "PostgreSQL" -> new PostgresDialect();
            case "SQLite" -> new SqliteDialect();
            default ->
                throw new StorageException(
                        "The given data source is " + Quoted.of(product) + ". Give one of PostgreSQL or SQLite.");
        };
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
