package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
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
    void oneThatWasReadByHalfStandsInNobodysWay() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE numbers AS SELECT 1 AS number UNION ALL SELECT 2");
        }
        Jdbi jdbi = Jdbi.create(new Lent(connection)).setStatementBuilderFactory(first -> statements);
        try (Handle handle = jdbi.open();
                ResultIterator<Integer> half = handle.createQuery("SELECT number FROM numbers")
                        .mapTo(Integer.class)
                        .iterator()) {
            assertThat(half.next()).isEqualTo(1);
        }

        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kept.db"));
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            row.next();
            assertThat(row.getInt("busy")).isZero();
        }
        try (ResultSet rows = lend("SELECT number FROM numbers").executeQuery()) {
            assertThat(rows.next()).isTrue();
        }
    }

    /** Stays open when a handle is closed. */
    private record Lent(Connection connection) implements ConnectionFactory {

        @Override
        public Connection openConnection() {
            return connection;
        }

        @Override
        public void closeConnection(Connection used) {}
    }

    @Test
    void oneThatFailedIsAsGoodAsNew() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE numbers (number INTEGER PRIMARY KEY)");
            statement.execute("INSERT INTO numbers VALUES (1)");
        }
        String insert = "INSERT INTO numbers VALUES (?)";
        PreparedStatement first = lend(insert);
        first.setInt(1, 1);
        assertThatThrownBy(first::executeUpdate).isInstanceOf(SQLException.class);
        giveBack(first);

        PreparedStatement second = lend(insert);
        second.setInt(1, 2);
        assertThat(second.executeUpdate()).isEqualTo(1);
    }

    @Test
    void oneWhoseConnectionWasClosedIsLetGoOfWithoutAWord() throws SQLException {
        PreparedStatement first = lend(QUESTION);
        connection.close();
        giveBack(first);
        assertThat(first.isClosed()).isTrue();
    }

    @Test
    void whatNobodyGaveBackIsClosedWithTheHandle() throws SQLException {
        PreparedStatement forgotten = lend(QUESTION);
        statements.close(connection);
        assertThat(forgotten.isClosed()).isTrue();
    }

    @Test
    void allColumnsAreThoseOfTheMoment() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE numbers (number INTEGER)");
            giveBack(lend("SELECT * FROM numbers"));
            statement.execute("ALTER TABLE numbers ADD COLUMN name TEXT");
        }
        try (ResultSet rows = lend("SELECT * FROM numbers").executeQuery()) {
            assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
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
