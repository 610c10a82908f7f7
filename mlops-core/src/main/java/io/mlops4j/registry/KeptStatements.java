package io.mlops4j.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The statements that one connection to SQLite has prepared, for whoever needs them next: neither SQLite nor its driver
 * keeps any, and to prepare a dozen anew takes a good part of a registration. Each is lent to one user at a time; whoever
 * needs the same one meanwhile gets another. Like its connection, it is used by one thread at a time, and when the
 * connection is closed they are.
 */
final class KeptStatements extends DefaultStatementBuilder {

    private static final int MOST = 64;

    /** By their text, the one first that was given back longest ago. */
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>();

    /** The text of each that is lent: whoever gives it back knows only what it was before names became question marks. */
    private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement ready = kept.remove(sql);
        PreparedStatement statement = ready == null ? super.create(connection, sql, context) : ready;
        lent.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, @Nullable String unnamed, Statement statement) throws SQLException {
        String sql = lent.remove(statement);
        if (sql == null
                || !(statement instanceof PreparedStatement prepared)
                || statement.isClosed()
                || kept.containsKey(sql)) {
            super.close(connection, unnamed, statement);
            return;
        }
        prepared.clearBatch();
        prepared.clearParameters();
        kept.put(sql, prepared);
        if (kept.size() > MOST) {
            Iterator<PreparedStatement> eldest = kept.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
    }
}
