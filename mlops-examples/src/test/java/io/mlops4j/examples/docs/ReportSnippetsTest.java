package io.mlops4j.examples.docs;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.registry.Transfers;
import io.mlops4j.report.ModelCard;
import io.mlops4j.report.Report;
import io.mlops4j.tribuo.Tribuo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/report.md shows. */
class ReportSnippetsTest {

    record Island(String island) {}

    @TempDir
    Path folder;

    private static Pipeline<Island, Classification> species() {
        DataSource<Island> penguins =
                Csv.file(ExampleHome.data("penguins/penguins.csv")).rows(Rows.of(Island.class));
        return Pipeline.named("penguin-species")
                .source(penguins)
                .target(category("species"))
                .preprocess(Preprocessors.oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(1).seed(42))
                .evaluate(accuracy())
                .require(accuracy().atLeast(0.3))
                .build();
    }

    @Test
    void writesThePageOfARun() throws IOException {
        Mlops mlops = Mlops.create();
        Pipeline<Island, Classification> species = species();
        // snippet: run
        Run<Island, Classification> run = mlops.run(species);

        Report report = mlops.report(run);
        report.write(folder.resolve("run.html")); // or report.html(), to send it
        // end: run
        assertThat(Files.readString(folder.resolve("run.html"))).contains("penguin-species", "criteria met");
    }

    @Test
    void writesThePageOfADeployment() throws IOException {
        try (Mlops mlops = Mlops.open(folder.resolve("home"))) {
            Pipeline<Island, Classification> species = species();
            ModelVersion version = mlops.register(mlops.run(species));
            Decision decision = Decision.by("ann", "reviewed, ticket 4711");
            mlops.registry().approve(version.model(), version.number(), decision);
            mlops.promote(version, decision);
            try (Deployment<Island, Classification> live =
                            mlops.deployment(species).open();
                    Monitor monitor = mlops.monitor(live).start()) {
                for (int i = 0; i < 300; i++) {
                    live.predict(new Island(i % 3 == 0 ? "Dream" : "Biscoe"));
                }
                monitor.checkNow();
                // snippet: deployment
                mlops.report(live, monitor).write(folder.resolve("deployment.html"));
                // end: deployment
            }
        }
        assertThat(Files.readString(folder.resolve("deployment.html")))
                .contains("v1 is live", "reviewed, ticket 4711", "island");
    }

    @Test
    void writesTheCardOfAVersionAndThePageOfTwo() throws IOException {
        try (Mlops mlops = Mlops.open(folder.resolve("home"))) {
            ModelVersion first = mlops.register(mlops.run(species()));
            ModelVersion second = mlops.register(mlops.run(species()));
            // snippet: comparison
            mlops.report(first, second).write(folder.resolve("comparison.html"));
            // end: comparison
            // snippet: card
            ModelCard card = mlops.card(second);
            String written = card.write(folder.resolve("CARD.md")); // what you wrote there stays
            card.page(written).write(folder.resolve("card.html"));
            // end: card
        }
        assertThat(Files.readString(folder.resolve("comparison.html"))).contains("penguin-species v1 and v2");
        assertThat(Files.readString(folder.resolve("CARD.md"))).contains("# Model card: penguin-species v2");
        assertThat(Files.readString(folder.resolve("card.html"))).contains("Intended use");
    }

    @Test
    void bringsAVersionFromAnotherRegistry() {
        Path file = folder.resolve("penguin-species-v1.version");
        try (Mlops laboratory = Mlops.open(folder.resolve("laboratory"));
                Mlops production = Mlops.open(folder.resolve("production"))) {
            ModelVersion version = laboratory.register(laboratory.run(species()));
            // snippet: version
            Transfers.exportVersion(laboratory.registry(), version, file);

            ModelVersion imported = production.importVersion(file, Decision.by("ann", "candidate of May"));
            // end: version
            assertThat(imported.origin().imported().orElseThrow().version()).isEqualTo(1);
        }
    }
}
