package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.ModelRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hand in the database is found, and where it was. */
@Tag("T09")
class TamperingTest {

    @TempDir
    private Path home;

    /** Five rows: register v1, register v2, approve v1, champion → v1, champion → v2. */
    private AuditCheck after(String sql) throws SQLException {
        try (ModelRegistry registry = Registries.embedded(home)) {
            Given.history(registry);
            assertThat(registry.verify().broken()).isEmpty();
            assertThat(registry.verify().entries()).isEqualTo(5);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"));
                Statement statement = connection.createStatement()) {
            for (String part : sql.split(";")) {
                assertThat(statement.executeUpdate(part))
                        .as("rows changed by %s", part)
                        .isPositive();
            }
        }
        try (ModelRegistry registry = Registries.embedded(home)) {
            return registry.verify();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // rows of the audit
                "UPDATE mlops_audit SET reason = 'other' WHERE sequence = 3                         | 3",
                "UPDATE mlops_audit SET actor = 'eve' WHERE sequence = 1                            | 1",
                "UPDATE mlops_audit SET actor = '' WHERE sequence = 2                               | 2",
                "UPDATE mlops_audit SET at = at - 1 WHERE sequence = 4                              | 4",
                "UPDATE mlops_audit SET action = 'reject' WHERE sequence = 3                        | 3",
                "UPDATE mlops_audit SET version = NULL WHERE sequence = 2                           | 2",
                "UPDATE mlops_audit SET before_state = after_state WHERE sequence = 5               | 5",
                "UPDATE mlops_audit SET hash = previous_hash WHERE sequence = 2                     | 2",
                "DELETE FROM mlops_audit WHERE sequence = 2                                         | 2",
                "DELETE FROM mlops_audit WHERE sequence = 1                                         | 1",
                "DELETE FROM mlops_audit WHERE sequence = 5                                         | 5",
                "UPDATE mlops_audit SET sequence = 6 WHERE sequence = 5                             | 5",
                // what they tell of
                "UPDATE mlops_alias SET version = 1                                                 | 5",
                "UPDATE mlops_alias SET version = 1, sequence = 4                                   | 5",
                "DELETE FROM mlops_alias                                                            | 5",
                "UPDATE mlops_alias_move SET to_version = 1 WHERE sequence = 5                      | 5",
                "UPDATE mlops_alias_move SET rollback = 1 WHERE sequence = 5                        | 5",
                "UPDATE mlops_alias_move SET moved_at = moved_at + 1 WHERE sequence = 4             | 4",
                "DELETE FROM mlops_alias_move WHERE sequence = 4                                    | 4",
                "UPDATE mlops_version SET approval = 'rejected' WHERE number = 1                    | 3",
                "UPDATE mlops_version SET approval = 'approved' WHERE number = 2                    | 2",
                "UPDATE mlops_version SET digest = 'x' WHERE number = 2                             | 2",
                "UPDATE mlops_version SET verdict = replace(verdict, '0.8', '0.9') WHERE number = 2 | 2",
                "UPDATE mlops_version SET verdict = 'no json' WHERE number = 2                      | 2",
                "UPDATE mlops_version SET registered_at = 0 WHERE number = 1                        | 3",
                "UPDATE mlops_version SET registered_by = 'eve' WHERE number = 1                    | 3",
                "DELETE FROM mlops_alias; DELETE FROM mlops_version WHERE number = 2                | 2",
                "UPDATE mlops_model SET last_number = 7                                             | 0",
            })
    void namesTheFirstBrokenLink(String sql, long sequence) throws SQLException {
        AuditCheck check = after(sql);

        assertThat(check.broken()).as("%s", check).isPresent();
        assertThat(check.broken().orElseThrow().sequence()).as("%s", check).isEqualTo(sequence);
        assertThat(check.intact()).isFalse();
    }

    /** What nobody tells of has no row; it is found all the same. */
    @Test
    void findsAnAliasThatCameFromNowhere() throws SQLException {
        AuditCheck check = after("INSERT INTO mlops_alias (model, name, version, since, actor, reason, sequence)"
                + " VALUES ('survival', 'stable', 1, 0, 'eve', 'why not', 6)");

        assertThat(check.broken().orElseThrow().problem())
                .isEqualTo("the alias survival stable is there, but no row tells of it");
    }

    /** Against this only a count and a hash that are kept elsewhere help. */
    @Test
    void theLastHashTellsAnAuditThatWasRewrittenAsAWhole() throws SQLException {
        String lastHash;
        try (ModelRegistry registry = Registries.inMemory()) {
            Given.history(registry);
            lastHash = registry.verify().lastHash();
        }
        try (ModelRegistry registry = Registries.inMemory()) {
            Given.history(registry);
            assertThat(registry.verify().intact()).isTrue();
            assertThat(registry.verify().lastHash()).isNotEqualTo(lastHash);
        }
    }
}
