package io.mlops4j.registry;

import io.mlops4j.api.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Runs what a registry does as transactions, again if others were in the way, and says in plain words what failed. Nothing
 * of a connection's address or of what was bound gets into a message.
 */
final class Database implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final String place;
    private final AutoCloseable connections;
    private volatile boolean closed;

    /**
     * A database.
     *
     * @param place where it is, for messages
     * @param connections what to let go of at the end
     */
    Database(Jdbi jdbi, Dialect dialect, String place, AutoCloseable connections) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.place = place;
        this.connections = connections;
    }

    private interface Begin {
        void begin(Connection connection) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    String place() {
        return place;
    }

    /** Reads one state, whatever others write meanwhile. */
    <T> T read(String what, Function<Handle, T> work) {
        return run(what, dialect::beginRead, work);
    }

    /**
     * Changes something, as a whole or not at all.
     *
     * @param work may be run again, so it has to do nothing but SQL
     */
    <T> T write(String what, Function<Handle, T> work) {
        return run(what, dialect::beginWrite, work);
    }

    private <T> T run(String what, Begin begin, Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            Attempt<T> run = new Attempt<>(begin, work);
            try {
                requireOpen();
                return run.once();
            } catch (SQLException | JdbiException e) {
                SQLException failure = sql(e);
                if (attempt == ATTEMPTS || !run.mayBeRepeated(failure)) {
                    throw failed(what, run, failure, e);
                }
            }
        }
    }

    /** One transaction, which remembers how far it came. */
    private final class Attempt<T> {

        private final Begin begin;
        private final Function<Handle, T> work;
        private boolean committing;

        Attempt(Begin begin, Function<Handle, T> work) {
            this.begin = begin;
            this.work = work;
        }

        T once() throws SQLException {
            try (Handle handle = jdbi.open()) {
                Connection connection = handle.getConnection();
                begin.begin(connection);
                boolean done = false;
                try {
                    T result = work.apply(handle);
                    committing = true;
                    dialect.commit(connection);
                    done = true;
                    return result;
                } finally {
                    if (!done) {
                        undo(connection);
                    }
                }
            }
        }

        boolean mayBeRepeated(@Nullable SQLException failure) {
            return failure != null
                    && (dialect.isContention(failure) || !committing && dialect.isConnectionLost(failure));
        }

        boolean isOutcomeUnknown(@Nullable SQLException failure) {
            return committing && (failure == null || !dialect.isContention(failure));
        }
    }

    /** A connection that cannot even roll back is of no use to anybody; the error that led here says more than this one. */
    private void undo(Connection connection) throws SQLException {
        try {
            dialect.rollback(connection);
        } catch (SQLException e) {
            connection.close();
        }
    }

    private StorageException failed(String what, Attempt<?> run, @Nullable SQLException failure, Exception caught) {
        StringBuilder message = new StringBuilder("Registry " + place + ", " + what + ": the database did not do it");
        if (failure != null) {
            message.append(" (SQLState ")
                    .append(failure.getSQLState())
                    .append(", code ")
                    .append(failure.getErrorCode())
                    .append(')');
        }
        message.append(
                run.isOutcomeUnknown(failure)
                        ? ". Whether it was stored is not known: look at the registry before you try again. "
                        : ". Nothing changed. ");
        message.append(failure == null ? "See the cause." : dialect.advice(failure));
        // Jdbi's own errors quote statements and what was bound
        return new StorageException(message.toString(), failure == null ? caught : failure);
    }

    private static @Nullable SQLException sql(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }

    private void requireOpen() {
        if (closed) {
            throw new StorageException("Registry " + place + " is closed. Open it again.");
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            connections.close();
        } catch (Exception e) {
            throw new StorageException("Registry " + place + " did not close cleanly. What was stored is stored.", e);
        }
    }
}
