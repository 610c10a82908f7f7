package io.mlops4j.examples.docs;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.monitor.Actions.alert;
import static io.mlops4j.monitor.Actions.rollback;
import static io.mlops4j.monitor.Signals.errorRate;
import static io.mlops4j.monitor.Signals.latency;
import static io.mlops4j.monitor.Signals.liveAccuracy;
import static io.mlops4j.monitor.Signals.psi;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.monitor.Action;
import io.mlops4j.api.monitor.DriftTest;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.deploy.Rollouts;
import io.mlops4j.drift.ContingencyTable;
import io.mlops4j.drift.Divergence;
import io.mlops4j.drift.KolmogorovSmirnov;
import io.mlops4j.examples.ExampleHome;
import io.mlops4j.testkit.RecordingAlertSink;
import io.mlops4j.tribuo.Tribuo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/monitor.md shows. */
class MonitorSnippetsTest {

    record Penguin(
            @Nullable Double billLengthMm,
            @Nullable Double flipperLengthMm,
            @Nullable String sex) {}

    private static final Path CSV = ExampleHome.data("penguins/penguins.csv");

    @TempDir
    Path folder;

    private static Pipeline<Penguin, Classification> species() {
        return Pipeline.named("penguin-species")
                .source(Csv.file(CSV).rows(Rows.of(Penguin.class).snakeCase()))
                .target(category("species"))
                .preprocess(impute(numeric(), median()), standardize(numeric()), oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(20).seed(42))
                .evaluate(accuracy())
                .require(accuracy().atLeast(0.8))
                .build();
    }

    private static Penguin penguin(int i, double longer) {
        return new Penguin(38.0 + i % 14 + longer, 180.0 + 5 * (i % 9), i % 2 == 0 ? "Female" : "Male");
    }

    @Test
    void watchesADeployment() {
        try (Mlops mlops = Mlops.open(folder.resolve("home"))) {
            Pipeline<Penguin, Classification> species = species();
            ModelVersion version = mlops.register(mlops.run(species));
            try (Deployment<Penguin, Classification> live = mlops.deploy(species, version, Rollouts.allAtOnce())) {
                RecordingAlertSink pager = new RecordingAlertSink();
                // snippet: watch
                try (Monitor monitor = mlops.monitor(live)
                        .watch(psi(numeric()).above(0.20), psi(categorical()).above(0.20))
                        .watch(errorRate().above(0.01), latency(percent(99)).above(0.050))
                        .watch(liveAccuracy().below(0.80))
                        .every(Duration.ofMinutes(5))
                        .onBreach(alert(), rollback())
                        .sink(pager)
                        .start()) {
                    // … the service answers …
                    // end: watch
                    check(monitor, live, pager);
                }
            }
        }
    }

    private static void check(Monitor monitor, Deployment<Penguin, Classification> live, RecordingAlertSink pager) {
        List<Long> ids = IntStream.range(0, 400)
                .mapToObj(i -> live.predict(penguin(i, 14)))
                .map(Served::id)
                .toList();
        // snippet: test
        MonitorReport report = monitor.checkNow(); // the path that the schedule takes

        assertThat(report)
                .hasEnoughData()
                .broke("drift")
                .column("bill_length_mm")
                .hasDrifted();
        assertThat(pager.alerts().get(0)).isAbout("drift").isOfVersion(1);
        // end: test
        // snippet: late
        ids.forEach(id -> live.feedback(id, "Gentoo")); // days later, in any order

        double accuracy = monitor.reports().get(0).quality().value();
        // end: late
        assertThat(accuracy).isBetween(0.0, 1.0);
        assertThat(monitor.reports().get(0).quality().known()).isEqualTo(400);
    }

    // snippet: action
    static Action onlyAtNight(java.time.Clock clock) {
        return (report, means) -> {
            if (clock.instant().atZone(clock.getZone()).getHour() < 6) {
                means.rollback("found at night: " + report.broken());
            }
        };
    }
    // end: action

    @Test
    void comparesSamplesByHand() {
        double[] before = IntStream.range(0, 300).mapToDouble(i -> i % 14).toArray();
        double[] now = IntStream.range(0, 200).mapToDouble(i -> i % 12).toArray();
        long[] reference = {500, 300, 200};
        long[] current = {40, 35, 25};
        // snippet: statistics
        double psi = Divergence.psi(reference, current, Divergence.FLOOR);
        DriftTest.Result chiSquare = ContingencyTable.chiSquareTest(reference, current);
        double p = KolmogorovSmirnov.of(before, now).exactP();
        // end: statistics
        assertThat(psi).isBetween(0.0, 0.1);
        assertThat(chiSquare.pValue()).isBetween(0.01, 0.5);
        assertThat(p).isBetween(0.0, 1.0);
        assertThat(onlyAtNight(java.time.Clock.systemUTC())).isNotNull();
    }
}
