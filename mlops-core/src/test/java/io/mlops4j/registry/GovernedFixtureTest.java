package io.mlops4j.registry;

import static io.mlops4j.registry.GovernedHome.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.environment.Environment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was decided in a registry of schema 2 or later is known, and binds, to the library of today. */
@Tag("T04")
@Tag("F13")
class GovernedFixtureTest {

    private static final Decision CIA = Decision.by("cia", "after the update");
    private static final int ROWS = 13;
    private static final Environment NOON = Given.environment(() -> Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    private Path folder;

    private Path home(int schema) throws IOException, URISyntaxException {
        return KeptFixture.copy("registry-schema-" + schema + "/home", folder.resolve("home"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aHomeIsOpenedAndGoesOn(int schema) throws IOException, URISyntaxException {
        Path home = home(schema);
        try (ModelRegistry registry = Registries.embedded(home, NOON)) {
            knowsWhatItKnew(registry);
            goesOn(registry);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theSameRowsInPostgresAreReadAndGoOn(int schema) throws IOException, URISyntaxException, SQLException {
        Path home = home(schema);
        DataSource source = Postgres.dataSource(Postgres.emptySchema());
        try (Connection to = source.getConnection();
                Connection from = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"))) {
            try (Statement statement = to.createStatement()) {
                statement.execute(
                        "CREATE TABLE mlops_schema (version INTEGER PRIMARY KEY, applied_at BIGINT NOT NULL)");
                for (int step = 1; step <= schema; step++) {
                    for (String sql : Migrations.statements(step)) {
                        statement.execute(sql);
                    }
                }
            }
            for (String table : tables(from)) {
                copy(table, from, to);
            }
        }
        try (ModelRegistry registry = Registries.sql(source, Registries.blobsIn(home.resolve("blobs")), NOON)) {
            knowsWhatItKnew(registry);
            goesOn(registry);
        }
    }

    @Test
    void thereIsAHomeForEverySchema() {
        assertThat(GovernedFixtureTest.class.getResource(
                        "/fixtures/registry-schema-" + Migrations.NEWEST + "/home/registry.db"))
                .as("keep a home of schema %d with GovernedHome", Migrations.NEWEST)
                .isNotNull();
    }

    /** The tables in the order in which they were made, so that none refers to a row that is not there yet. */
    private static List<String> tables(Connection sqlite) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = sqlite.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mlops%' ORDER BY rowid")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void copy(String table, Connection from, Connection to) throws SQLException {
        try (Statement statement = from.createStatement();
                Statement emptied = to.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            emptied.execute("DELETE FROM " + table);
            int columns = rows.getMetaData().getColumnCount();
            String marks = String.join(", ", Collections.nCopies(columns, "?"));
            try (PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        insert.setObject(i, rows.getObject(i));
                    }
                    insert.execute();
                }
            }
        }
    }

    private static void knowsWhatItKnew(ModelRegistry registry) {
        assertThat(registry.verify().broken()).isEmpty();
        assertThat(registry.verify().entries()).isEqualTo(ROWS);
        assertThat(registry.model(MODEL).owner()).contains("birds");
        ModelVersion first = registry.version(MODEL, 1);
        assertThat(first.approval())
                .isInstanceOfSatisfying(
                        Approval.Approved.class,
                        approved ->
                                assertThat(approved.decision().reason()).isEqualTo("it's better; see the report ☂"));
        assertThat(first.tags()).containsEntry("team", "birds");
        assertThat(first.origin().commit()).contains("17cd0e3");
        assertThat(first.facts().toString()).contains("logistic");
        assertThat(registry.alias(MODEL, Alias.CHAMPION).orElseThrow().version())
                .isEqualTo(1);
        assertThat(registry.alias(MODEL, Alias.CHALLENGER).orElseThrow().version())
                .isEqualTo(3);
        assertThat(registry.version(MODEL, 2).approval()).isInstanceOf(Approval.Rejected.class);
        assertThat(registry.version(MODEL, 2).origin().parent()).hasValue(1);
        assertThat(registry.policies().keys())
                .singleElement()
                .satisfies(key -> assertThat(key.owner()).isEqualTo("ben"));
        assertThat(registry.find(VersionQuery.all().tagged("team", "birds")).items())
                .extracting(ModelVersion::number)
                .containsExactly(1);
    }

    private static void goesOn(ModelRegistry registry) {
        assertThatThrownBy(() -> registry.move(MODEL, Alias.CHAMPION, OptionalInt.of(1), OptionalInt.of(3), CIA))
                .isInstanceOf(PolicyViolationException.class)
                .hasMessageContaining("signature");
        registry.move(MODEL, Alias.CHAMPION, OptionalInt.of(1), OptionalInt.empty(), CIA);
        registry.move(MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(1), CIA);
        registry.restore(MODEL, 2, CIA);
        registry.tag(MODEL, 1, "team", Optional.empty(), CIA);
        assertThat(registry.verify().broken()).isEmpty();
        assertThat(registry.verify().entries()).isEqualTo(ROWS + 4);
    }
}
