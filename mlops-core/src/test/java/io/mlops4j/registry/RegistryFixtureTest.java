package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.VersionFacts;
import io.mlops4j.api.registry.VersionQuery;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.prepare.PreprocessorFormats;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registries of earlier schemas are opened, brought up to date, and go on. */
@Tag("T04")
@Tag("F13")
class RegistryFixtureTest {

    private static final Decision CIA = Decision.by("cia", "after the update");
    private static final int ROWS = 12;

    @TempDir
    private Path folder;

    private Path fixture;

    @BeforeEach
    void copyTheFixture() throws IOException, URISyntaxException {
        fixture = KeptFixture.copy("registry-schema-1", folder.resolve("registry-schema-1"));
    }

    @Test
    void aHomeOfSchema1IsMigratedAndGoesOn() {
        try (ModelRegistry registry = Registries.embedded(fixture.resolve("home"))) {
            knowsWhatItKnew(registry);
            Bundle bundle = Bundles.reader(PreprocessorFormats.builtIn(List.of()))
                    .read(registry.content(registry.version("penguins", 3)).bytes());
            assertThat(bundle.name()).isEqualTo("penguins-logistic");
            goesOn(registry);
        }
        try (ModelRegistry again = Registries.embedded(fixture.resolve("home"))) {
            assertThat(again.verify().intact()).isTrue();
            assertThat(again.version("penguins", 1).tags()).containsEntry("team", "birds");
        }
    }

    @Test
    void tablesOfSchema1AreMigratedInPostgresAndGoOn() throws SQLException, IOException {
        DataSource source = Postgres.dataSource(Postgres.emptySchema());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mlops_schema (version INTEGER PRIMARY KEY, applied_at BIGINT NOT NULL)");
            statement.execute("INSERT INTO mlops_schema (version, applied_at) VALUES (1, 0)");
            statement.execute(new String(
                    Migrations.class.getResourceAsStream("schema-1.sql").readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8));
            statement.execute(Files.readString(fixture.resolve("rows.sql")));
        }
        try (ModelRegistry registry = Registries.sql(
                source, Registries.blobsIn(fixture.resolve("home").resolve("blobs")))) {
            knowsWhatItKnew(registry);
            goesOn(registry);
        }
    }

    private static void knowsWhatItKnew(ModelRegistry registry) {
        assertThat(registry.verify().broken()).isEmpty();
        assertThat(registry.verify().entries()).isEqualTo(ROWS);
        assertThat(registry.models()).containsExactly("fares", "penguins");
        List<ModelVersion> versions = registry.versions("penguins");
        assertThat(versions).hasSize(3);
        assertThat(versions.get(0).approval()).isInstanceOf(Approval.Approved.class);
        assertThat(versions.get(1).approval()).isInstanceOf(Approval.Rejected.class);
        assertThat(versions).extracting(ModelVersion::facts).containsOnly(VersionFacts.NONE);
        assertThat(versions).extracting(ModelVersion::origin).containsOnly(Origin.NONE);
        assertThat(registry.alias("penguins", Alias.CHAMPION).orElseThrow().version())
                .isEqualTo(1);
        assertThat(registry.find(VersionQuery.all()).items())
                .extracting(ModelVersion::toString)
                .extracting(text -> text.substring(0, text.indexOf(" (")))
                .as("the newest first")
                .containsExactly("fares v1", "penguins v3", "penguins v2", "penguins v1");
    }

    private static void goesOn(ModelRegistry registry) {
        registry.tag("penguins", 1, "team", Optional.of("birds"), CIA);
        registry.delete("penguins", 2, CIA);
        registry.approve("penguins", 3, CIA);
        assertThat(registry.find(VersionQuery.all().tagged("team", "birds")).items())
                .extracting(ModelVersion::number)
                .containsExactly(1);
        assertThat(registry.register(Given.registration("new")).number()).isEqualTo(1);
        assertThat(registry.verify().broken()).isEmpty();
        assertThat(registry.verify().entries()).isEqualTo(ROWS + 4);
    }
}
