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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements that one connection to SQLite has prepared, for whoever needs them next: neither SQLite nor its driver
 * keeps any, and to prepare a dozen anew takes a good part of a registration. Each is lent to one user at a time; whoever
 * needs the same one meanwhile gets another. Like its connection, it is used by one thread at a time, and when the
 * connection is closed they are.
 */
final class KeptStatements extends DefaultStatementBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(KeptStatements.class);

    private static final int MOST = 64;

    /** By their text, the one first that was given back longest ago. */
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>();

    /** The text of each that is lent: whoever gives it back knows only what it was before names became question marks. */
    private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        if (!isSame(sql, context)) {
            return super.create(connection, sql, context);
        }
        PreparedStatement ready = kept.remove(sql);
        PreparedStatement statement = ready == null ? super.create(connection, sql, context) : ready;
        lent.put(statement, sql);
        return statement;
    }

    /**
     * Whether the text says all of a statement. The driver remembers the columns that there were when it was prepared, and
     * another process may have migrated the tables since.
     */
    private static boolean isSame(String sql, StatementContext context) {
        return !sql.startsWith("SELECT *") && !context.isReturningGeneratedKeys() && !context.isConcurrentUpdatable();
    }

    /** Jdbi has closed the rows before, without which the statement would hold on to what they saw. */
    @Override
    public void close(Connection connection, @Nullable String unnamed, Statement statement) throws SQLException {
        String sql = lent.remove(statement);
        if (sql == null || !(statement instanceof PreparedStatement prepared) || !keep(sql, prepared)) {
            super.close(connection, unnamed, statement);
        }
    }

    /** A statement that failed may be good for nothing any more, which shows here. */
    private boolean keep(String sql, PreparedStatement statement) {
        try {
            if (kept.containsKey(sql) || statement.isClosed()) {
                return false;
            }
            statement.clearBatch();
            statement.clearParameters();
        } catch (SQLException e) {
            return false;
        }
        kept.put(sql, statement);
        if (kept.size() > MOST) {
            Iterator<PreparedStatement> all = kept.values().iterator();
            PreparedStatement eldest = all.next();
            all.remove();
            close(eldest);
        }
        return true;
    }

    /** What nobody has given back is not waited for. */
    @Override
    public void close(Connection connection) {
        lent.keySet().forEach(KeptStatements::close);
        lent.clear();
    }

    private static void close(Statement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            LOG.debug("A statement could not be closed; it is when its connection is", e);
        }
    }
}
