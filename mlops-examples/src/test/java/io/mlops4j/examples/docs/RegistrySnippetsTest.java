package io.mlops4j.examples.docs;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.registry.Registries;
import io.mlops4j.tribuo.Tribuo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/registry.md shows. */
class RegistrySnippetsTest {

    record Island(String island) {}

    private static Run<Island, Classification> run() {
        DataSource<Island> penguins =
                Csv.file(ExampleHome.data("penguins/penguins.csv")).rows(Rows.of(Island.class));
        Pipeline<Island, Classification> species = Pipeline.named("penguin-species")
                .source(penguins)
                .target(category("species"))
                .preprocess(Preprocessors.oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(1).seed(42))
                .evaluate(accuracy())
                .require(accuracy().atLeast(0.3))
                .build();
        return Mlops.create().run(species);
    }

    @Test
    void goesThroughALife(@TempDir Path folder) {
        Path home = folder.resolve("home");
        Run<Island, Classification> run = run();
        // snippet: open
        ModelRegistry registry = Registries.embedded(home); // registry.db and blobs/
        // end: open
        // snippet: register
        ModelVersion version = registry.register(new Registration(
                "penguin-species",
                run.bundle().content(),
                run.verdict(),
                Decision.by("nightly build", "retrained on the rows up to Monday"),
                Optional.of("build 4711"))); // tried again with this key, it is the same version
        // end: register
        assertThat(version.number()).isEqualTo(1);
        // snippet: approve
        Decision decision = Decision.by("ann", "reviewed, ticket 4711");
        registry.approve("penguin-species", version.number(), decision);

        OptionalInt present = registry.alias("penguin-species", Alias.CHAMPION)
                .map(alias -> OptionalInt.of(alias.version()))
                .orElse(OptionalInt.empty());
        registry.move("penguin-species", Alias.CHAMPION, present, OptionalInt.of(version.number()), decision);
        // end: approve
        assertThatThrownBy(() -> registry.move(
                        "penguin-species", Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(1), decision))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("it was expected at none, but stands at v1");
        next(registry, run.verdict());
        // snippet: back
        registry.rollback("penguin-species", Alias.CHAMPION, Decision.by("ben", "complaints, ticket 4712"));

        registry.history("penguin-species", Alias.CHAMPION).forEach(System.out::println);
        Optional<ModelVersion> then =
                registry.asOf("penguin-species", Alias.CHAMPION, Instant.parse("2026-01-31T12:00:00Z"));
        // end: back
        assertThat(then).isEmpty();
        assertThat(registry.alias("penguin-species", Alias.CHAMPION)
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        // snippet: verify
        AuditCheck check = registry.verify();
        System.out.println(check); // 6 rows, intact, last hash 9f2c…
        // end: verify
        assertThat(check.intact()).isTrue();
        assertThat(check.entries()).isEqualTo(6);
        registry.close();
    }

    private static void next(ModelRegistry registry, Verdict verdict) {
        Decision decision = Decision.by("ann", "the next one");
        registry.register(new Registration(
                "penguin-species", BundleContent.of(new byte[] {1}), verdict, decision, Optional.empty()));
        registry.move("penguin-species", Alias.CHAMPION, OptionalInt.of(1), OptionalInt.of(2), decision);
    }

    // snippet: postgres
    static ModelRegistry shared(javax.sql.DataSource postgres, Path blobs) {
        return Registries.sql(postgres, Registries.blobsIn(blobs));
    }
    // end: postgres
}
