package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.registry.VersionQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page costs what it shows: both databases walk along an index in the wanted order, and sort nothing. */
@Tag("F15")
class SearchPlanTest {

    private static final MetricKey ACCURACY = MetricKey.of("accuracy");
    private static final int VERSIONS = 5_000;

    @TempDir
    private Path home;

    static Stream<VersionQuery> pages() {
        VersionQuery byTag = VersionQuery.all().tagged("team", "risk");
        VersionQuery byMetric = VersionQuery.all().atLeast(ACCURACY, 0.5);
        VersionQuery low = VersionQuery.all().atMost(ACCURACY, 0.5);
        return Stream.of(
                VersionQuery.all(),
                VersionQuery.all().after("4000"),
                VersionQuery.all().ofModel("fares"),
                byTag,
                byTag.after("4000"),
                byMetric,
                byMetric.after(PageEnd.of(0.75, 4000)),
                low,
                low.after(PageEnd.of(0.25, 40)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void walksAlongAnIndexInSqlite(VersionQuery page) throws SQLException {
        Registries.embedded(home).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"))) {
            fill(connection);
            assertThat(plan(connection, "EXPLAIN QUERY PLAN", "detail", page))
                    .contains("INDEX")
                    .doesNotContain("SCAN o", "SCAN t", "USE TEMP B-TREE");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void walksAlongAnIndexInPostgres(VersionQuery page) throws SQLException {
        try (Connection connection = Filled.SOURCE.getConnection()) {
            assertThat(plan(connection, "EXPLAIN", "QUERY PLAN", page))
                    .contains("Index")
                    .doesNotContain("Seq Scan", "Sort");
        }
    }

    private static final class Filled {

        private static final javax.sql.DataSource SOURCE = make();

        private static javax.sql.DataSource make() {
            try {
                javax.sql.DataSource source = Postgres.dataSource(Postgres.emptySchema());
                Registries.sql(source, Registries.blobsInMemory()).close();
                try (Connection connection = source.getConnection();
                        Statement statement = connection.createStatement()) {
                    fill(connection);
                    statement.execute("ANALYZE");
                }
                return source;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement version = connection.prepareStatement("INSERT INTO mlops_version (model, number,"
                        + " digest, size, verdict, registered_at, registered_by, approval, sequence) VALUES ('fares',"
                        + " ?, 'd', 1, '{}', ?, 'ann', 'pending', ?)");
                PreparedStatement term = connection.prepareStatement(
                        "INSERT INTO mlops_version_term (sequence, term, value) VALUES (?, 'tag:team', 'risk')");
                PreparedStatement metric = connection.prepareStatement(
                        "INSERT INTO mlops_version_metric (sequence, metric, value) VALUES (?, ?, ?)")) {
            statement.execute("INSERT INTO mlops_model (name, last_number) VALUES ('fares', " + VERSIONS + ")");
            for (int number = 1; number <= VERSIONS; number++) {
                version.setInt(1, number);
                version.setLong(2, number);
                version.setLong(3, number);
                version.addBatch();
                term.setLong(1, number);
                term.addBatch();
                metric.setLong(1, number);
                metric.setString(2, FactsJson.metric(ACCURACY));
                metric.setDouble(3, number / (double) VERSIONS);
                metric.addBatch();
            }
            version.executeBatch();
            term.executeBatch();
            metric.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static String plan(Connection connection, String explain, String column, VersionQuery page) {
        SearchStatement statement = SearchStatement.of(page);
        try (Handle handle = Jdbi.create(() -> connection).open()) {
            Query query = handle.createQuery(explain + " " + statement.sql());
            statement.values().forEach(query::bind);
            List<String> lines = query.map((row, context) -> line(row, column)).list();
            StringJoiner plan = new StringJoiner("\n");
            lines.forEach(plan::add);
            return plan.toString();
        }
    }

    private static String line(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
