package io.mlops4j.examples.docs;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.check.Checks.between;
import static io.mlops4j.check.Checks.missingAtMost;
import static io.mlops4j.check.Checks.notNull;
import static io.mlops4j.data.Splits.stratified;
import static io.mlops4j.deploy.Rollouts.allAtOnce;
import static io.mlops4j.deploy.Rollouts.canary;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.f1;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static io.mlops4j.monitor.Actions.alert;
import static io.mlops4j.monitor.Actions.rollback;
import static io.mlops4j.monitor.Signals.errorRate;
import static io.mlops4j.monitor.Signals.psi;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.mostFrequent;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.data.Csv;
import io.mlops4j.tribuo.Tribuo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feel of the whole life, as the page about the architecture shows it, on real passengers. */
class LifeSnippetsTest {

    private static final Path TITANIC = Path.of("mlops-core/src/test/resources/csv/titanic.csv");

    @TempDir
    Path home;

    // snippet: passenger
    record Passenger(
            String sex,
            int pclass,
            @Nullable Double age,
            double fare,
            @Nullable String port) {}
    // end: passenger

    /** The same rows with the names of columns that the record has. */
    private Path passengers() throws IOException {
        Path file = Files.exists(TITANIC) ? TITANIC : Path.of("..").resolve(TITANIC);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, lines.get(0).toLowerCase(java.util.Locale.ROOT).replace("embarked", "port"));
        return Files.write(home.resolve("passengers.csv"), lines);
    }

    private static Pipeline<Passenger, Classification> survival(Path csv) {
        // snippet: declare
        Pipeline<Passenger, Classification> survival = Pipeline.named("survival")
                .source(Csv.file(csv).rows(Passenger.class))
                .target(category("survived"))
                .validate(notNull("sex"), between("fare", 0, 600), missingAtMost("age", percent(30)))
                .split(stratified(percent(80)).seed(42))
                .preprocess(
                        impute(numeric(), median()),
                        impute(categorical(), mostFrequent()),
                        oneHot(categorical()),
                        standardize(numeric()))
                .train(Tribuo.logisticRegression().epochs(20).seed(42))
                .evaluate(accuracy(), rocAuc("1"))
                .slicedBy("sex")
                .require(
                        accuracy().atLeast(0.74),
                        f1("1").atLeast(0.62),
                        rocAuc("1").noWorseThanChampion())
                .build(); // the schema flows through every step; no data is read yet
        // end: declare
        return survival;
    }

    @Test
    void theWholeLifeIsAsThePageShowsIt() throws IOException {
        Pipeline<Passenger, Classification> survival = survival(passengers());
        // snippet: live
        try (Mlops mlops = Mlops.open(home)) { // SQLite and a folder; Mlops.builder() for PostgreSQL, a fixed clock, …
            Run<Passenger, Classification> run = mlops.run(survival);
            if (run.verdict() instanceof Verdict.Rejected no) {
                throw new IllegalStateException(no.reasons().toString());
            }

            ModelVersion version =
                    mlops.register(run); // refuses what misses a criterion, or is worse than the champion
            try (Deployment<Passenger, Classification> live = mlops.deploy(
                            survival,
                            version,
                            canary(percent(10))
                                    .promoteAfter(Duration.ofHours(1))
                                    .abortIf(errorRate().above(0.02)));
                    Monitor monitor = mlops.monitor(live)
                            .watch(
                                    psi(numeric()).above(0.20),
                                    psi(categorical()).above(0.20))
                            .every(Duration.ofMinutes(5))
                            .onBreach(alert(), rollback())
                            .start()) {

                Served<Classification> answer =
                        live.predict(new Passenger("female", 1, 29.0, 211.3, "S")); // thread-safe
                live.feedback(answer.id(), "1"); // truth may come days later, twice, out of order

                monitor.checkNow(); // what the schedule does, synchronous: what a test calls
                System.out.println(live.status());
            }
        }
        // end: live
        try (Mlops mlops = Mlops.open(home)) {
            assertThat(mlops.registry().history("survival", Alias.CHAMPION)).hasSize(1);
            assertThat(mlops.registry().verify().intact()).isTrue();
        }
    }

    @Test
    void aRollbackIsOneCall() throws IOException {
        Pipeline<Passenger, Classification> survival = survival(passengers());
        try (Mlops mlops = Mlops.open(home)) {
            ModelVersion first = mlops.register(mlops.run(survival));
            try (Deployment<Passenger, Classification> live = mlops.deploy(survival, first, allAtOnce())) {
                live.rollOut(mlops.register(mlops.run(survival)).number(), allAtOnce());
                // snippet: back
                live.rollback(
                        "support ticket 4711"); // to the version before, in all processes, with a row in the audit
                // end: back
                assertThat(live.status().champion().version()).isEqualTo(first.number());
            }
        }
    }
}
