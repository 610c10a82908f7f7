package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {

    private static final String QUESTION = "SELECT ?";

    @TempDir
    private Path folder;

    private final KeptStatements statements = new KeptStatements();
    private Connection connection;
    private StatementContext context;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kept.db"));
        try (Handle handle = Jdbi.create(() -> connection).open()) {
            context = handle.createQuery("SELECT :number").getContext();
        }
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kept.db"));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement lend(String sql) throws SQLException {
        return statements.create(connection, sql, context);
    }

    private void giveBack(PreparedStatement statement) throws SQLException {
        statements.close(connection, "SELECT :number", statement);
    }

    private static @Nullable Object answer(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1);
        }
    }

    @Test
    void aStatementIsLentAgainWithoutWhatWasBoundToIt() throws SQLException {
        PreparedStatement first = lend(QUESTION);
        first.setInt(1, 7);
        assertThat(answer(first)).isEqualTo(7);
        giveBack(first);

        PreparedStatement again = lend(QUESTION);
        assertThat(again).isSameAs(first);
        assertThat(answer(again)).isNull();
    }

    @Test
    void whoeverNeedsTheSameOneMeanwhileGetsAnother() throws SQLException {
        PreparedStatement first = lend(QUESTION);
        PreparedStatement second = lend(QUESTION);
        assertThat(second).isNotSameAs(first);

        giveBack(first);
        giveBack(second);
        assertThat(first.isClosed()).isFalse();
        assertThat(second.isClosed()).as("one of a kind is enough").isTrue();
    }

    @Test
    void ofManyTheOneThatWasGivenBackLongestAgoIsLetGoOf() throws SQLException {
        PreparedStatement oldest = lend("SELECT 0");
        PreparedStatement used = lend("SELECT 1");
        giveBack(oldest);
        giveBack(used);
        for (int i = 2; i < 64; i++) {
            giveBack(lend("SELECT " + i));
        }
        giveBack(lend("SELECT 1"));
        assertThat(oldest.isClosed()).isFalse();

        giveBack(lend("SELECT 64"));
        assertThat(oldest.isClosed()).isTrue();
        assertThat(used.isClosed()).isFalse();
    }

    @Test
    void oneThatIsKeptStandsInNobodysWay() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE numbers AS SELECT 1 AS number UNION ALL SELECT 2");
        }
        PreparedStatement half = lend("SELECT number FROM numbers");
        assertThat(answer(half)).isEqualTo(1);
        giveBack(half);

        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kept.db"));
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            row.next();
            assertThat(row.getInt("busy")).isZero();
        }
    }

    @Test
    void oneThatWasClosedIsNotKept() throws SQLException {
        PreparedStatement first = lend(QUESTION);
        first.close();
        giveBack(first);
        assertThat(lend(QUESTION)).isNotSameAs(first);
    }
}
