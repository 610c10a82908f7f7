package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Checkpoint;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.TrustedKey;
import io.mlops4j.api.registry.VersionFacts;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hand in the tables of models, rules, facts and the index for search is found, and where it was. */
@Tag("T08")
@Tag("T09")
class GovernanceTamperingTest {

    private static final KeyPair KEYS = keys();

    @TempDir
    private Path home;

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Eight rows: register, tag, sign, describe, trust, policy, register, delete. */
    private static void history(ModelRegistry registry) {
        ModelVersion version = registry.register(new Registration(
                Given.MODEL,
                Given.bundle("bundle"),
                new VersionFacts(List.of(), Map.of(MetricKey.of("accuracy"), 0.8), Map.of("trainer", "x")),
                Origin.NONE.run("build 4711"),
                Given.GOOD,
                Given.ANN,
                Optional.empty()));
        registry.tag(Given.MODEL, 1, "team", Optional.of("risk"), Given.ANN);
        registry.sign(
                Given.MODEL, 1, BundleSignature.sign(version.digest(), KEYS.getPrivate(), KEYS.getPublic()), Given.ANN);
        registry.describe(RegisteredModel.named(Given.MODEL).fourEyes(true), Given.ANN);
        registry.policies()
                .trust(
                        TrustedKey.of("ann", KEYS.getPublic(), Instant.EPOCH, Instant.parse("2099-01-01T00:00:00Z")),
                        Given.ANN);
        registry.policies().set(Given.MODEL, Alias.CHAMPION, AliasPolicy.OPEN.onlyApproved(), Given.ANN);
        registry.register(Given.registration("other"));
        registry.delete(Given.MODEL, 2, Given.ANN);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"));
                Statement statement = connection.createStatement()) {
            for (String part : sql.split(";")) {
                assertThat(statement.executeUpdate(part))
                        .as("rows changed by %s", part)
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE mlops_version SET facts = replace(facts, '0.8', '0.9') WHERE number = 1        | 3",
                "UPDATE mlops_version SET facts = NULL WHERE number = 1                                | 3",
                "UPDATE mlops_version SET facts = '{' WHERE number = 1                                 | 3",
                "UPDATE mlops_version SET origin = replace(origin, '4711', '4712') WHERE number = 1    | 3",
                "UPDATE mlops_version SET tags = '{}' WHERE number = 1                                 | 3",
                "UPDATE mlops_version SET signatures = '[]' WHERE number = 1                           | 3",
                "UPDATE mlops_version SET deletion = 'none' WHERE number = 2                           | 8",
                "UPDATE mlops_version SET deleted_at = 0 WHERE number = 2                              | 8",
                "UPDATE mlops_version SET sequence = 99 WHERE number = 1                               | 3",
                "UPDATE mlops_version_term SET value = 'other' WHERE term = 'tag:team'                 | 3",
                "DELETE FROM mlops_version_term WHERE term = 'run'                                     | 3",
                "UPDATE mlops_version_metric SET value = 0.9                                           | 3",
                "DELETE FROM mlops_version_metric                                                      | 3",
                "INSERT INTO mlops_version_metric (sequence, metric, value) VALUES (99, 'x', 1)        | 0",
                "INSERT INTO mlops_version_term (sequence, term, value) VALUES (7, 'tag:team', 'risk') | 8",
                "UPDATE mlops_model SET four_eyes = 0                                                  | 4",
                "UPDATE mlops_model SET owner = 'eve'                                                  | 4",
                "INSERT INTO mlops_model (name, last_number, owner) VALUES ('fares', 0, 'eve')         | 0",
                "DELETE FROM mlops_key                                                                 | 5",
                "UPDATE mlops_key SET content = replace(content, '2099', '2098')                       | 5",
                "UPDATE mlops_alias_policy SET policy = replace(policy, 'true', 'false')               | 6",
                "DELETE FROM mlops_alias_policy                                                        | 6",
                "INSERT INTO mlops_alias_policy (model, alias, policy) VALUES ('a', 'b', '{}')         | 0",
            })
    void namesTheFirstBrokenLink(String sql, long sequence) throws SQLException {
        try (ModelRegistry registry = Registries.embedded(home)) {
            history(registry);
            assertThat(registry.verify().broken()).isEmpty();
            assertThat(registry.verify().entries()).isEqualTo(8);
        }
        sql(sql);
        try (ModelRegistry registry = Registries.embedded(home)) {
            AuditCheck check = registry.verify();
            assertThat(check.broken()).as("%s", check).isPresent();
            assertThat(check.broken().orElseThrow().sequence()).as("%s", check).isEqualTo(sequence);
        }
    }

    /** The tables agree with a chain that somebody cut or wrote anew; only what was kept elsewhere tells. */
    @Test
    void aCheckpointTellsAChainThatWasCutCleanlyAndOneThatWasWrittenAnew() throws SQLException {
        Checkpoint checkpoint;
        try (ModelRegistry registry = Registries.embedded(home)) {
            history(registry);
            checkpoint = Checkpoint.of(registry.verify(), Instant.EPOCH);
        }
        sql("DELETE FROM mlops_audit WHERE sequence > 6; DELETE FROM mlops_version WHERE number = 2;"
                + " UPDATE mlops_model SET last_number = 1; UPDATE mlops_audit_head SET sequence = 6,"
                + " hash = (SELECT hash FROM mlops_audit WHERE sequence = 6)");
        try (ModelRegistry registry = Registries.embedded(home)) {
            assertThat(registry.verify().intact())
                    .as("the cut itself leaves no trace")
                    .isTrue();
            assertThat(registry.verify(checkpoint).broken().orElseThrow().sequence())
                    .isEqualTo(7);
            registry.register(Given.registration("another"));
            registry.delete(Given.MODEL, 2, Given.ANN);
            assertThat(registry.verify().entries()).isEqualTo(8);
            assertThat(registry.verify().intact()).isTrue();
            assertThat(registry.verify(checkpoint).broken().orElseThrow().problem())
                    .contains("the audit was rewritten");
        }
    }
}
