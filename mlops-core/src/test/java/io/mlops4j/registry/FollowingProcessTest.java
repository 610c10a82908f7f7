package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.evaluate.Metrics;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** One process decides, others serve what it decided; the database between them is real, and goes away for a while. */
@Tag("F10")
@Tag("F16")
class FollowingProcessTest {

    private static final Decision ANN = Decision.by("ann", "release");

    @TempDir
    private Path folder;

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private ChildJvm service(String url) throws IOException {
        return new ChildJvm(
                ServingProgram.class,
                url,
                folder.resolve("blobs").toString(),
                folder.resolve("copies").toString(),
                folder.resolve("end").toString());
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void servesWhatAnotherProcessPromotesAndGoesOnWhileTheDatabaseIsAway() throws Exception {
        EmbeddedPostgres postgres = start(0);
        try {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setURL(url);
            try (Mlops mlops = Mlops.builder()
                    .database(database, Registries.blobsIn(folder.resolve("blobs")))
                    .build()) {
                Run<Penguin, Classification> run = mlops.run(PenguinRows.prepared()
                        .require(Metrics.accuracy().atLeast(0.9))
                        .build());
                mlops.promote(mlops.register(run), ANN);
                ModelVersion second = mlops.register(run);
                try (ChildJvm service = service(url)) {
                    assertThat(service.line()).isEqualTo("serves v1");
                    mlops.promote(second, ANN);
                    assertThat(service.line()).isEqualTo("serves v2");

                    postgres.close();
                    assertThat(service.line()).isEqualTo("stale");
                    try (ChildJvm late = service(url)) {
                        assertThat(late.line())
                                .as("started while the database is away")
                                .isEqualTo("serves v2");
                        assertThat(late.line()).isEqualTo("stale");

                        postgres = start(postgres.getPort());
                        assertThat(service.line()).isEqualTo("fresh");
                        assertThat(late.line()).isEqualTo("fresh");
                        mlops.registry().rollback("penguins", Alias.CHAMPION, ANN);
                        assertThat(service.line()).isEqualTo("serves v1");
                        assertThat(late.line()).isEqualTo("serves v1");

                        Files.createFile(folder.resolve("end"));
                        assertThat(service.lines()).containsExactly("answered, failures 0");
                        assertThat(late.lines()).containsExactly("answered, failures 0");
                    }
                }
            }
        } finally {
            postgres.close();
        }
    }
}
