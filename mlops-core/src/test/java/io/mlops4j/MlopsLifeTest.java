package io.mlops4j;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.deploy.Rollouts.allAtOnce;
import static io.mlops4j.deploy.Rollouts.canary;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.monitor.Actions.alert;
import static io.mlops4j.monitor.Actions.rollback;
import static io.mlops4j.monitor.Signals.errorRate;
import static io.mlops4j.monitor.Signals.liveAccuracy;
import static io.mlops4j.monitor.Signals.liveMae;
import static io.mlops4j.monitor.Signals.psi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Feedback;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.prepare.Preprocessors;
import io.mlops4j.testkit.MlopsExtension;
import io.mlops4j.testkit.TestWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a model after its training, through the front door, on a clock that the test moves. */
class MlopsLifeTest {

    private static final Decision ANNA = Decision.by("anna", "she looked at it");

    @RegisterExtension
    final MlopsExtension<Mlops> given = MlopsExtension.of(MlopsLifeTest::open);

    private final List<Alert> alerts = new ArrayList<>();
    private final Pipeline<Penguin, Classification> penguins =
            PenguinRows.prepared().require(accuracy().atLeast(0.9)).build();
    private ModelVersion first;
    private ModelVersion second;

    private static Mlops open(TestWorld world) {
        return Mlops.builder()
                .home(world.home().resolve("home"))
                .clock(world.clock())
                .ticker(world::nanoTime)
                .scheduler(world.scheduler())
                .listener(world.events())
                .build();
    }

    @BeforeEach
    void twoVersions(Mlops mlops) {
        first = mlops.register(mlops.run(penguins));
        second = mlops.register(mlops.run(PenguinRows.declared()
                .preprocess(Preprocessors.minMax(numeric()), Preprocessors.oneHot(categorical()))
                .train(new io.mlops4j.pipeline.MeanDifference())
                .require(accuracy().atLeast(0.9))
                .build()));
        mlops.promote(first, ANNA);
    }

    /** Rows like those of the training, in turn. */
    private static Penguin usual(int i) {
        boolean gentoo = i % 2 == 0;
        return new Penguin(
                (gentoo ? 5000 : 3500) + 40 * (i % 7),
                (gentoo ? 217 : 190) + i % 5,
                gentoo ? "Biscoe" : i % 3 == 0 ? "Dream" : "Torgersen",
                i % 11 == 0 ? null : i % 4 < 2 ? "male" : "female");
    }

    private static Penguin heavier(int i) {
        Penguin row = usual(i);
        return new Penguin(row.mass() + 900, row.flipper(), row.island(), row.sex());
    }

    private static List<Served<Classification>> ask(Deployment<Penguin, Classification> live, int rows) {
        List<Served<Classification>> answers = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            answers.add(live.predict(usual(i)));
        }
        return answers;
    }

    private static void askAboutHeavier(Deployment<Penguin, Classification> live, int rows) {
        for (int i = 0; i < rows; i++) {
            live.predict(heavier(i));
        }
    }

    @Test
    void aChampionAnswersAndSaysWhoItIs(Mlops mlops) {
        try (Deployment<Penguin, Classification> live =
                mlops.deployment(penguins).open()) {
            Served<Classification> answer = live.predict(usual(0));

            assertThat(answer.answer().label()).isEqualTo("Gentoo");
            assertThat(answer.version()).isEqualTo(first.number());
            assertThat(answer.route()).isEqualTo(Route.CHAMPION);
            assertThat(live.status().champion().version()).isEqualTo(1);
            assertThat(live.status().receipts()).hasSize(1);
        }
    }

    @Test
    void aCanaryThatDoesWellBecomesTheChampionByItself(Mlops mlops, TestWorld world) {
        try (Deployment<Penguin, Classification> live = mlops.deployment(penguins)
                .every(Duration.ofMinutes(1))
                .rollout(
                        second.number(),
                        canary(percent(50))
                                .promoteAfter(Duration.ofHours(1))
                                .abortIf(errorRate().above(0.02)))
                .open()) {
            List<Served<Classification>> answers = ask(live, 1000);
            assertThat(answers.stream().filter(one -> one.version() == 2)).hasSizeBetween(400, 600);
            assertThat(live.status().champion().version()).isEqualTo(1);

            world.scheduler().advance(Duration.ofHours(1).plusMinutes(1));

            assertThat(live.status().champion().version()).isEqualTo(2);
            assertThat(live.status().challenger()).isEmpty();
            assertThat(mlops.registry().history("penguins", Alias.CHAMPION))
                    .last()
                    .satisfies(move -> assertThat(move.decision().reason()).startsWith("did well for PT1H"));
        }
    }

    @Test
    void aServiceRollsOutWhatItHasTrainedWhileItIsLive(Mlops mlops) {
        try (Deployment<Penguin, Classification> live =
                mlops.deployment(penguins).open()) {
            live.rollOut(second.number(), canary(percent(100)));
            assertThat(live.predict(usual(1)).version()).isEqualTo(2);

            live.rollback("no better");
            assertThat(live.predict(usual(1)).version()).isEqualTo(1);

            live.rollOut(second.number(), allAtOnce());
            assertThat(live.predict(usual(1)).version()).isEqualTo(2);

            AliasMove move = live.rollback("support ticket 4711");
            assertThat(move.to()).hasValue(1);
            assertThat(live.predict(usual(1)).version()).isEqualTo(1);
        }
    }

    @Test
    void theAlertNamesExactlyTheColumnThatHasMoved(Mlops mlops) {
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor = mlops.monitor(live)
                        .watch(psi(numeric()).above(0.2), psi(categorical()).above(0.2))
                        .sink(alerts::add)
                        .start()) {
            ask(live, 500);
            assertThat(monitor.checkNow().driftedColumns()).isEmpty();
            assertThat(alerts).isEmpty();

            askAboutHeavier(live, 500);

            MonitorReport report = monitor.checkNow();
            assertThat(report.driftedColumns()).containsExactly("mass");
            assertThat(alerts)
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.breach().columns()).containsExactly("mass"));
        }
    }

    @Test
    void notEnoughDataIsNeverAllIsWell(Mlops mlops) {
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor = mlops.monitor(live)
                        .watch(psi().above(0.2), errorRate().above(0.1))
                        .start()) {
            askAboutHeavier(live, 199);

            MonitorReport report = monitor.checkNow();

            assertThat(report.columns()).extracting(ColumnDrift::state).containsOnly(ColumnDrift.State.NOT_ENOUGH_DATA);
            assertThat(report.unknown()).hasSize(2);
            assertThat(monitor.reports()).isEmpty();

            live.predict(heavier(0));
            assertThat(monitor.checkNow().driftedColumns()).contains("mass");
            assertThat(monitor.reports()).hasSize(1);
        }
    }

    @Test
    void aBrokenLimitActsOnceUntilItHasCooledDown(Mlops mlops, TestWorld world) {
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor = mlops.monitor(live)
                        .watch(psi(named("mass")).above(0.2))
                        .coolDown(Duration.ofHours(2))
                        .sink(alerts::add)
                        .start()) {
            for (int hour = 0; hour < 6; hour++) {
                askAboutHeavier(live, 200);
                monitor.checkNow();
                world.clock().advance(Duration.ofHours(1));
            }
            assertThat(alerts).hasSize(3);
        }
    }

    @Test
    @Tag("T19")
    void aMonitorRollsBackOnceADayHoweverOftenItIsProvoked(Mlops mlops, TestWorld world) {
        mlops.promote(second, ANNA);
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor = mlops.monitor(live)
                        .watch(psi(named("mass")).above(0.2))
                        .coolDown(Duration.ZERO)
                        .onBreach(alert(), rollback())
                        .sink(alerts::add)
                        .start()) {
            askAboutHeavier(live, 200);
            monitor.checkNow();
            assertThat(live.status().champion().version()).isEqualTo(1);

            live.rollOut(second.number(), allAtOnce());
            askAboutHeavier(live, 200);
            monitor.checkNow();
            assertThat(live.status().champion().version()).isEqualTo(2);
            assertThat(alerts).hasSize(2);

            world.clock().advance(Duration.ofDays(1));
            askAboutHeavier(live, 200);
            monitor.checkNow();
            assertThat(live.status().champion().version()).isEqualTo(1);
        }
    }

    @Test
    @Tag("F25")
    void lateAndCorrectedTruthsCountForTheWindowOfTheirAnswers(Mlops mlops, TestWorld world) {
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor =
                        mlops.monitor(live).watch(liveAccuracy().below(0.5)).start()) {
            List<Served<Classification>> before = ask(live, 300);
            monitor.checkNow();
            world.clock().advance(Duration.ofDays(1));
            List<Served<Classification>> after = ask(live, 300);
            monitor.checkNow();
            world.clock().advance(Duration.ofDays(1));

            for (int i = 0; i < 300; i++) {
                String right = before.get(i).answer().label();
                String wrong = right.equals("Gentoo") ? "Adelie" : "Gentoo";
                assertThat(live.feedback(after.get(i).id(), right)).isEqualTo(Feedback.JOINED);
                assertThat(live.feedback(before.get(i).id(), i < 150 ? wrong : right))
                        .isEqualTo(Feedback.JOINED);
            }
            assertThat(live.feedback(before.get(0).id(), before.get(0).answer().label()))
                    .isEqualTo(Feedback.CORRECTED);
            assertThat(live.feedback(after.get(0).id(), after.get(0).answer().label()))
                    .isEqualTo(Feedback.DUPLICATE);
            assertThat(live.feedback(12345, "Gentoo")).isIn(Feedback.UNKNOWN, Feedback.EXPIRED);

            assertThat(monitor.reports())
                    .extracting(MonitorReport::quality)
                    .containsExactly(new Quality(300, 300, 151 / 300.0), new Quality(300, 300, 1));
        }
    }

    @Test
    @Tag("F29")
    void whatThrowsIsCountedAndDisturbsNobody(Mlops mlops) {
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor = mlops.monitor(live)
                        .watch(psi(numeric()).above(0.2))
                        .onBreach(
                                (report, means) -> {
                                    throw new IllegalStateException("a broken action");
                                },
                                alert())
                        .sink(
                                alert -> {
                                    throw new IllegalStateException("a broken sink");
                                },
                                alerts::add)
                        .start()) {
            askAboutHeavier(live, 300);

            monitor.checkNow();

            assertThat(alerts).hasSize(1);
            assertThat(monitor.failures()).isEqualTo(2);
        }
    }

    @Test
    void aSwapEndsTheWindowAndTheNextOneIsOfTheNewVersion(Mlops mlops) {
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor = mlops.monitor(live).watch(psi().above(0.2)).start()) {
            ask(live, 150);
            live.rollOut(second.number(), allAtOnce());
            ask(live, 250);

            MonitorReport report = monitor.checkNow();

            assertThat(report.version()).isEqualTo(2);
            assertThat(report.rows()).isEqualTo(250);
            assertThat(report.driftedColumns()).isEmpty();
        }
    }

    @Test
    void limitsThatCanNeverBeBrokenAreRefusedAtTheStart(Mlops mlops) {
        try (Deployment<Penguin, Classification> live =
                mlops.deployment(penguins).open()) {
            assertThatExceptionOfType(SchemaException.class)
                    .isThrownBy(() -> mlops.monitor(live)
                            .watch(psi(named("mas")).above(0.2))
                            .start())
                    .withMessageContaining("Did you mean 'mass'?");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> mlops.monitor(live).watch(liveMae().above(1)).start())
                    .withMessageContaining("liveAccuracy()");
            assertThatIllegalStateException()
                    .isThrownBy(() -> mlops.monitor(live).onBreach(rollback()).start())
                    .withMessageContaining("watches none");
        }
    }

    @Test
    void sixMonthsOfDriftPassInNoTime(Mlops mlops, TestWorld world) {
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor = mlops.monitor(live)
                        .watch(psi(numeric()).above(0.2))
                        .every(Duration.ofDays(1))
                        .coolDown(Duration.ofDays(365))
                        .sink(alerts::add)
                        .start()) {
            for (int day = 0; day < 180; day++) {
                for (int i = 0; i < 250; i++) {
                    Penguin row = usual(i);
                    live.predict(new Penguin(row.mass() + 5 * day, row.flipper(), row.island(), row.sex()));
                }
                world.scheduler().advance(Duration.ofDays(1));
            }

            assertThat(monitor.reports()).hasSize(180);
            assertThat(monitor.reports().get(2).driftedColumns()).isEmpty();
            assertThat(monitor.reports().get(179).driftedColumns()).containsExactly("mass");
            assertThat(alerts).hasSize(1);
            assertThat(world.events().events(LifecycleEvent.WindowChecked.class))
                    .hasSize(180);
        }
        assertThat(world.scheduler().waiting()).isZero();
    }

    @Test
    void aHomeThatIsOpenedAgainServesTheSameVersionAndTheSameAnswers(Mlops mlops, TestWorld world) {
        List<Classification> before;
        try (Deployment<Penguin, Classification> live =
                mlops.deployment(penguins).open()) {
            live.rollOut(second.number(), allAtOnce());
            live.rollback("support ticket 4711");
            before = ask(live, 20).stream().map(Served::answer).toList();
        }
        mlops.close();

        try (Mlops again = open(world);
                Deployment<Penguin, Classification> live = again.deployment(
                                "penguins", io.mlops4j.data.Rows.of(Penguin.class), Classification.class)
                        .open()) {
            assertThat(live.status().champion().version()).isEqualTo(1);
            assertThat(ask(live, 20)).extracting(Served::answer).isEqualTo(before);
            assertThat(again.registry().history("penguins", Alias.CHAMPION)).hasSize(3);
        }
    }

    @Test
    void theDeploymentHasAPage(Mlops mlops) {
        try (Deployment<Penguin, Classification> live =
                        mlops.deployment(penguins).open();
                Monitor monitor = mlops.monitor(live).watch(psi().above(0.2)).start()) {
            ask(live, 300);
            monitor.checkNow();

            assertThat(mlops.report(live, monitor).toString()).isNotNull();
        }
    }
}
