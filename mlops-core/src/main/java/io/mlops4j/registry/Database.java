package io.mlops4j.registry;

import io.mlops4j.api.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what a registry does as transactions, again if others were in the way, and says in plain words what failed. Nothing
 * of a connection's address or of what was bound gets into a message.
 */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final int ATTEMPTS = 5;

    /** How a piece of work begins and ends. */
    private interface Step {
        void run(Connection connection) throws SQLException;
    }

    /** One statement is a transaction by itself. */
    private static final Step NONE = connection -> {};

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final String place;
    private final Backoff backoff;
    private final AutoCloseable connections;
    private volatile boolean closed;

    /**
     * A database.
     *
     * @param place where it is, for messages
     * @param backoff waits before the next attempt
     * @param connections what to let go of at the end
     */
    Database(Jdbi jdbi, Dialect dialect, String place, Backoff backoff, AutoCloseable connections) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.place = place;
        this.backoff = backoff;
        this.connections = connections;
    }

    Dialect dialect() {
        return dialect;
    }

    String place() {
        return place;
    }

    Backoff backoff() {
        return backoff;
    }

    /** Asks one question in one statement, which needs no transaction. */
    <T> T query(String what, Function<Handle, T> work) {
        return run(what, new Frame(NONE, NONE, NONE, false), work);
    }

    /** Reads one state, whatever others write meanwhile. */
    <T> T read(String what, Function<Handle, T> work) {
        return run(what, new Frame(dialect::beginRead, dialect::commit, dialect::rollback, false), work);
    }

    /**
     * Changes something, as a whole or not at all.
     *
     * @param work may be run again, so it has to do nothing but SQL
     */
    <T> T write(String what, Function<Handle, T> work) {
        return run(what, new Frame(dialect::beginWrite, dialect::commit, dialect::rollback, true), work);
    }

    private record Frame(Step begin, Step commit, Step rollback, boolean writes) {}

    private <T> T run(String what, Frame frame, Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            Attempt<T> run = new Attempt<>(frame, work);
            try {
                requireOpen();
                return run.once();
            } catch (SQLException | JdbiException e) {
                SQLException failure = sql(e);
                if (attempt == ATTEMPTS || !run.mayBeRepeated(failure)) {
                    throw failed(what, run, failure, e);
                }
                backoff.after(attempt);
            }
        }
    }

    /** One transaction, which remembers how far it came. */
    private final class Attempt<T> {

        private final Frame frame;
        private final Function<Handle, T> work;
        private boolean committing;

        Attempt(Frame frame, Function<Handle, T> work) {
            this.frame = frame;
            this.work = work;
        }

        T once() throws SQLException {
            try (Handle handle = jdbi.open()) {
                Connection connection = handle.getConnection();
                frame.begin().run(connection);
                boolean done = false;
                try {
                    T result = work.apply(handle);
                    committing = true;
                    frame.commit().run(connection);
                    done = true;
                    return result;
                } finally {
                    if (!done) {
                        undo(frame, connection);
                    }
                }
            }
        }

        boolean mayBeRepeated(@Nullable SQLException failure) {
            return failure != null
                    && (dialect.isContention(failure) || (!committing && dialect.isConnectionLost(failure)));
        }

        boolean isOutcomeUnknown(@Nullable SQLException failure) {
            return frame.writes() && committing && (failure == null || !dialect.isContention(failure));
        }
    }

    /** A connection that cannot even roll back is of no use to anybody; the error that led here says more than this one. */
    private static void undo(Frame frame, Connection connection) {
        try {
            frame.rollback().run(connection);
        } catch (SQLException e) {
            discard(connection);
        }
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection that could not roll back could not be closed either", e);
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
