package io.mlops4j.examples.docs;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.deploy.Feedback;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.deploy.ModelStore;
import io.mlops4j.deploy.Rollouts;
import io.mlops4j.deploy.StoredModel;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.registry.Registries;
import io.mlops4j.tribuo.Tribuo;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What docs/deploy.md shows. */
class DeploymentSnippetsTest {

    record Island(String island) {}

    private final Pipeline<Island, Classification> species = Pipeline.named("penguin-species")
            .source(Csv.file(ExampleHome.data("penguins/penguins.csv")).rows(Rows.of(Island.class)))
            .target(category("species"))
            .preprocess(Preprocessors.oneHot(categorical()))
            .train(Tribuo.logisticRegression().epochs(1).seed(42))
            .evaluate(accuracy())
            .require(accuracy().atLeast(0.3))
            .build();

    @Test
    void makesAVersionLiveAndTriesTheNextOne() {
        try (Mlops mlops = Mlops.create()) {
            ModelVersion version = mlops.register(mlops.run(species));
            Classification mostFrequent = mlops.predictor(mlops.run(species)).predict(new Island("Biscoe"));
            // snippet: open
            mlops.promote(version, Decision.by("ann", "reviewed, ticket 4711"));

            Deployment<Island, Classification> live = mlops.deployment(species)
                    .every(Duration.ofSeconds(30)) // looks whether the registry names another version
                    .fallback(island -> mostFrequent)
                    .open();
            // end: open
            // snippet: predict
            Served<Classification> served = live.predict(new Island("Biscoe"));

            System.out.println(served.answer().label() + " by v" + served.version() + ", " + served.rung());
            Feedback feedback = live.feedback(served.id(), "Gentoo"); // whenever the truth is known
            // end: predict
            assertThat(served.version()).isEqualTo(1);
            assertThat(feedback).isEqualTo(Feedback.JOINED);
            ModelVersion next = mlops.register(mlops.run(species));
            // snippet: canary
            live.rollOut(
                    next.number(),
                    Rollouts.canary(percent(10))
                            .sticky() // predict(row, key): the same key, the same version
                            .minimumRows(500)
                            .abortIf(new Signal.ErrorRate().above(0.02))
                            .promoteAfter(Duration.ofHours(1)));

            live.predict(new Island("Dream"), "customer 17");
            live.refresh(); // what the schedule does too
            live.promote("the numbers are good"); // or wait
            live.rollback("complaints, ticket 4712");
            // end: canary
            assertThat(live.predict(new Island("Biscoe")).version()).isEqualTo(1);
            // snippet: status
            DeploymentStatus status = live.status();
            System.out.println(status.champion());
            status.receipts().forEach(System.out::println); // which version, since when, and why
            status.failures().forEach(System.out::println); // what should be live and is not
            live.close();
            // end: status
            assertThat(status.receipts()).hasSize(5);
            assertThat(status.failures()).isEmpty();
        }
    }

    // snippet: last-good
    static Mlops service(javax.sql.DataSource postgres, Path blobs, Path copies) {
        return Mlops.builder()
                .database(postgres, Registries.blobsIn(blobs))
                .keepLastGoodIn(copies) // of this machine
                .build();
    }
    // end: last-good

    @Test
    void keepsManyModelsReady() {
        try (Mlops mlops = Mlops.create()) {
            mlops.promote(mlops.register(mlops.run(species)), Decision.by("ann", "reviewed, ticket 4711"));
            // snippet: store
            ModelStore<Island, Classification> models = mlops.store(Rows.of(Island.class), Classification.class)
                    .limit(64 << 20) // bytes of all bundles together
                    .every(Duration.ofSeconds(30))
                    .open(); // to be closed at the end

            StoredModel<Island, Classification> model = models.champion("penguin-species");
            System.out.println(model.predict(new Island("Biscoe")).label() + " by " + model);

            models.version("penguin-species", 1); // a version, whatever the aliases say
            System.out.println(models.counts()); // hits, loads, failures, evictions, what is held
            System.out.println(models.troubles()); // aliases that could not follow, and why
            // end: store
            assertThat(model.version()).isEqualTo(1);
            assertThat(models.counts().loads()).isEqualTo(1);
            assertThat(models.troubles()).isEmpty();
            models.close();
        }
    }
}
