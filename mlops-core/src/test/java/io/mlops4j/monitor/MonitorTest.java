package io.mlops4j.monitor;

import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.monitor.Actions.alert;
import static io.mlops4j.monitor.Actions.rollback;
import static io.mlops4j.monitor.Signals.errorRate;
import static io.mlops4j.monitor.Signals.liveAccuracy;
import static io.mlops4j.monitor.Signals.liveMae;
import static io.mlops4j.monitor.Signals.psi;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.TextValues;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import io.mlops4j.testkit.FixedClock;
import io.mlops4j.testkit.ManualScheduler;
import io.mlops4j.testkit.RecordingAlertSink;
import io.mlops4j.testkit.RecordingListener;
import io.mlops4j.watch.ReferenceBins;
import io.mlops4j.watch.WatchedRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MonitorTest {

    private static final Instant START = Instant.parse("2026-03-28T12:00:00Z");
    private static final Limit DRIFT = psi(numeric()).above(0.2);

    private final FixedClock clock = FixedClock.at(START);
    private final ManualScheduler scheduler = ManualScheduler.with(clock);
    private final RecordingListener events = new RecordingListener();
    private final RecordingAlertSink alerts = new RecordingAlertSink();
    private final Random random = new Random(11);
    private final ReferenceBins classes = WatchedRows.reference(
            ages(5000, 0),
            Optional.of(Classes.of(List.of("no", "yes"), Optional.empty())),
            random.doubles(1000).toArray());
    private final ReferenceBins numbers = WatchedRows.reference(
            ages(5000, 0), Optional.empty(), random.doubles(1000).toArray());
    private final FakeDeployment live = new FakeDeployment(clock, classes);

    private Dataset ages(int rows, double older) {
        return WatchedRows.numbers(
                "age",
                IntStream.range(0, rows)
                        .mapToDouble(i -> Math.rint(40 + 12 * random.nextGaussian() + older))
                        .toArray());
    }

    private List<Long> serve(int rows, double older) {
        return live.serve(ages(rows, older), random.doubles(rows).toArray());
    }

    private MonitorBuilder monitor(FakeDeployment deployment, LifecycleListener... more) {
        List<LifecycleListener> listeners = new ArrayList<>(List.of(more));
        listeners.add(events);
        Environment environment = new Environment(clock, () -> 0, Runnable::run, 0, new Emitter(listeners), List.of());
        return new MonitorBuilder(deployment, environment, () -> scheduler).sink(alerts);
    }

    private MonitorBuilder monitor() {
        return monitor(live);
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    @Test
    void aWindowThatMovedAlertsAndIsReported() {
        try (Monitor monitor = monitor().watch(DRIFT).start()) {
            serve(500, 0);
            pass(Duration.ofMinutes(5));
            assertThat(monitor.checkNow()).hasNoDrift().brokeNothing();
            serve(500, 12);
            pass(Duration.ofMinutes(5));
            MonitorReport report = monitor.checkNow();

            assertThat(report).hasDriftOnlyIn("age").broke("drift");
            assertThat(report.from()).isEqualTo(START.plus(Duration.ofMinutes(5)));
            assertThat(report.to()).isEqualTo(START.plus(Duration.ofMinutes(10)));
            assertThat(alerts.only()).isAbout("drift").namesOnly("age").isOfVersion(1);
            assertThat(alerts.only().message()).startsWith("survival v1, 500 rows: drift above 0.2: ");
            assertThat(monitor.reports()).hasSize(2).endsWith(report);
            assertThat(events.events(LifecycleEvent.WindowChecked.class)).hasSize(2);
            assertThat(events.only(LifecycleEvent.AlertRaised.class).alert()).isEqualTo(alerts.only());
        }
    }

    @Test
    void whatCameBeforeTheStartIsInNoWindow() {
        serve(5000, 30);
        try (Monitor monitor = monitor().watch(DRIFT).start()) {
            serve(300, 0);
            assertThat(monitor.checkNow()).hasNoDrift();
            assertThat(monitor.reports().get(0).rows()).isEqualTo(300);
        }
    }

    @Test
    @Tag("F26")
    void aMonitorThatIsStartedAgainSpeaksOnlyOfItsOwnWindow() {
        try (Monitor first = monitor().watch(DRIFT).start()) {
            serve(150, 0);
            assertThat(first.checkNow()).hasTooLittleData();
        }
        pass(Duration.ofHours(1));
        try (Monitor second = monitor().watch(DRIFT).start()) {
            serve(150, 0);
            MonitorReport report = second.checkNow();
            assertThat(report).hasTooLittleData();
            assertThat(report.rows()).isEqualTo(150);
            assertThat(report.from()).isEqualTo(START.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void aWindowWithTooFewRowsGoesOn() {
        try (Monitor monitor = monitor().watch(DRIFT).start()) {
            serve(120, 20);
            assertThat(monitor.checkNow()).hasTooLittleData();
            assertThat(monitor.checkNow().unknown()).containsExactly(DRIFT);
            assertThat(monitor.reports()).isEmpty();
            serve(80, 20);
            MonitorReport report = monitor.checkNow();
            assertThat(report).hasDriftOnlyIn("age");
            assertThat(report.rows()).isEqualTo(200);
            assertThat(report.from()).isEqualTo(START);
            assertThat(monitor.checkNow().rows()).isZero();
        }
    }

    @Test
    void whatHasToBeKnownCanBeLess() {
        try (Monitor monitor = monitor().watch(DRIFT).minimumRows(50).start()) {
            serve(50, 20);
            assertThat(monitor.checkNow()).hasDriftOnlyIn("age");
        }
    }

    @Test
    void theScheduleChecksUntilItIsClosed() {
        Monitor monitor = monitor().watch(DRIFT).every(Duration.ofMinutes(5)).start();
        serve(500, 12);
        scheduler.advance(Duration.ofMinutes(4));
        assertThat(alerts.alerts()).isEmpty();
        scheduler.advance(Duration.ofMinutes(1));
        assertThat(alerts.only()).isAbout("drift");
        monitor.close();
        monitor.close();
        serve(500, 12);
        scheduler.advance(Duration.ofDays(1));
        assertThat(monitor.reports()).hasSize(1);
        assertThat(live.listeners()).isZero();
    }

    @Test
    void sixMonthsOfDriftPlayInAMoment() {
        try (Monitor monitor = monitor()
                .watch(DRIFT)
                .every(Duration.ofHours(6))
                .coolDown(Duration.ofDays(7))
                .start()) {
            for (int day = 0; day < 180; day++) {
                for (int part = 0; part < 4; part++) {
                    serve(250, day / 10.0);
                    scheduler.advance(Duration.ofHours(6));
                }
            }
            assertThat(monitor.reports()).hasSize(720);
            assertThat(alerts.alerts()).hasSizeBetween(8, 26);
            assertThat(alerts.alerts().get(0).at()).isAfter(START.plus(Duration.ofDays(10)));
        }
    }

    @Test
    @Tag("F21")
    void aLimitThatActedDoesNotActAgainBeforeItHasCooledDown() {
        try (Monitor monitor =
                monitor().watch(DRIFT).coolDown(Duration.ofHours(1)).start()) {
            for (int i = 0; i < 12; i++) {
                serve(300, 12);
                pass(Duration.ofMinutes(15));
                assertThat(monitor.checkNow()).broke("drift");
            }
            assertThat(alerts.alerts()).hasSize(3);
        }
    }

    @Test
    @Tag("F27")
    void aClockThatGoesBackLosesAndDoublesNothing() {
        try (Monitor monitor =
                monitor().watch(DRIFT).coolDown(Duration.ofHours(1)).start()) {
            serve(300, 12);
            monitor.checkNow();
            clock.set(START.minus(Duration.ofDays(400)));
            List<Long> ids = serve(300, 12);
            MonitorReport report = monitor.checkNow();

            assertThat(report.rows()).isEqualTo(300);
            assertThat(report.to()).isAfterOrEqualTo(report.from());
            ids.forEach(id -> live.outcome(id, 0));
            assertThat(monitor.reports().get(1).quality()).isEqualTo(new Quality(300, 300, 1));
            assertThat(monitor.reports().get(0).quality().known()).isZero();
            assertThat(alerts.alerts()).isNotEmpty();
        }
    }

    @Test
    @Tag("F27")
    void aDayOf23HoursIsADayLikeAnyOther() {
        clock.set(Instant.parse("2026-03-29T00:30:00Z")); // half an hour before summer time begins in Europe
        try (Monitor monitor = monitor().watch(DRIFT).every(Duration.ofHours(1)).start()) {
            for (int hour = 0; hour < 24; hour++) {
                serve(200, 0);
                scheduler.advance(Duration.ofHours(1));
            }
            assertThat(monitor.reports()).hasSize(24);
            assertThat(monitor.reports().stream().mapToLong(MonitorReport::rows).sum())
                    .isEqualTo(24 * 200);
            assertThat(monitor.reports())
                    .allMatch(report ->
                            Duration.between(report.from(), report.to()).equals(Duration.ofHours(1)));
        }
    }

    @Test
    @Tag("T19")
    void rollsBackOnceADayHoweverOftenALimitIsBroken() {
        try (Monitor monitor = monitor()
                .watch(DRIFT)
                .onBreach(alert(), rollback())
                .coolDown(Duration.ofHours(1))
                .start()) {
            for (int hour = 0; hour < 23; hour++) {
                serve(300, 12);
                monitor.checkNow();
                pass(Duration.ofHours(1));
            }
            assertThat(live.rollbacks).hasSize(1);
            assertThat(live.rollbacks.get(0)).startsWith("v1 monitor: [drift above 0.2: ");
            assertThat(alerts.alerts()).hasSize(23);
            pass(Duration.ofHours(1));
            serve(300, 12);
            monitor.checkNow();
            assertThat(live.rollbacks).hasSize(2);
        }
    }

    @Test
    @Tag("T19")
    void aFewPoisonedTruthsForceNoRollback() {
        try (Monitor monitor =
                monitor().watch(liveAccuracy().below(0.9)).onBreach(rollback()).start()) {
            List<Long> ids = serve(1000, 0);
            ids.subList(0, 199).forEach(id -> live.outcome(id, 1));
            for (int again = 0; again < 10; again++) {
                ids.subList(0, 199).forEach(id -> live.outcome(id, 1));
            }
            assertThat(monitor.checkNow().unknown()).hasSize(1);
            assertThat(live.rollbacks).isEmpty();
            live.outcome(ids.get(199), 1);
            monitor.checkNow();
            assertThat(live.rollbacks).hasSize(1);
        }
    }

    @Test
    void aRollbackHitsOnlyTheVersionThatWasJudged() {
        try (Monitor monitor = monitor()
                .watch(DRIFT)
                .onBreach((report, means) -> {
                    live.live(2);
                    means.rollback("too late");
                })
                .start()) {
            serve(300, 12);
            monitor.checkNow();
            assertThat(live.rollbacks).isEmpty();
            assertThat(monitor.failures()).isEqualTo(1);
        }
    }

    @Test
    void anotherVersionBeginsAnotherWindow() {
        try (Monitor monitor = monitor().watch(DRIFT).start()) {
            List<Long> first = serve(300, 0);
            monitor.checkNow();
            List<Long> between = serve(100, 0);
            pass(Duration.ofMinutes(1));
            live.live(2);
            pass(Duration.ofMinutes(1));
            List<Long> second = serve(250, 12);
            MonitorReport report = monitor.checkNow();

            assertThat(report.version()).isEqualTo(2);
            assertThat(report.rows()).isEqualTo(250);
            assertThat(report.from()).isEqualTo(START.plus(Duration.ofMinutes(1)));
            first.forEach(id -> live.outcome(id, 0));
            between.forEach(id -> live.outcome(id, 1));
            second.forEach(id -> live.outcome(id, 1));
            assertThat(monitor.reports())
                    .extracting(MonitorReport::quality)
                    .containsExactly(new Quality(300, 300, 1), new Quality(250, 250, 0));
        }
    }

    @Test
    void aVersionThatComesBackBeginsAnewToo() {
        try (Monitor monitor = monitor().watch(DRIFT).start()) {
            serve(300, 0);
            monitor.checkNow();
            pass(Duration.ofMinutes(1));
            live.live(2);
            serve(10, 0);
            monitor.checkNow();
            pass(Duration.ofMinutes(1));
            live.live(1);
            List<Long> ids = serve(220, 0);
            assertThat(monitor.checkNow().rows()).isEqualTo(220);
            ids.forEach(id -> live.outcome(id, 0));
            assertThat(monitor.reports())
                    .extracting(MonitorReport::quality)
                    .containsExactly(new Quality(300, 0, Double.NaN), new Quality(220, 220, 1));
        }
    }

    @RepeatedTest(20)
    @Tag("F25")
    void truthsLateTwiceAndContradictoryGiveWhatABatchGives(RepetitionInfo repetition) {
        Random order = new Random(repetition.getCurrentRepetition());
        FakeDeployment regression = new FakeDeployment(clock, numbers);
        try (Monitor monitor = monitor(regression).watch(liveMae().above(1)).start()) {
            List<List<Long>> windows = new ArrayList<>();
            List<Runnable> truths = new ArrayList<>();
            Map<Long, Double> last = new HashMap<>();
            for (int window = 0; window < 5; window++) {
                List<Long> ids =
                        regression.serve(ages(250, 0), order.doubles(250).toArray());
                windows.add(ids);
                pass(Duration.ofMinutes(order.nextInt(3)));
                monitor.checkNow();
            }
            for (List<Long> ids : windows) {
                for (long id : ids) {
                    for (int told = order.nextInt(4); told > 0; told--) {
                        double error = order.nextInt(4) / 3.0;
                        truths.add(() -> {
                            regression.outcome(id, error);
                            last.put(id, error);
                        });
                    }
                }
                truths.add(() -> regression.outcome(123, 1)); // nobody was ever given that number
            }
            Collections.shuffle(truths, order);
            truths.forEach(Runnable::run);

            for (int window = 0; window < 5; window++) {
                double[] errors = windows.get(window).stream()
                        .filter(last::containsKey)
                        .mapToDouble(last::get)
                        .toArray();
                Quality quality = monitor.reports().get(window).quality();
                assertThat(quality.answers()).isEqualTo(250);
                assertThat(quality.known()).isEqualTo(errors.length);
                assertThat(quality.value())
                        .isCloseTo(
                                IntStream.range(0, errors.length)
                                        .mapToDouble(i -> errors[i])
                                        .average()
                                        .orElseThrow(),
                                within(1e-12));
            }
        }
    }

    @Test
    @Tag("F25")
    void truthsThatComeAfterTheirWindowBreakLimitsToo() {
        try (Monitor monitor = monitor().watch(liveAccuracy().below(0.8)).start()) {
            List<Long> ids = serve(500, 0);
            assertThat(monitor.checkNow().unknown()).hasSize(1);
            pass(Duration.ofDays(3));
            ids.subList(0, 300).forEach(id -> live.outcome(id, id % 2));
            serve(500, 0);
            MonitorReport report = monitor.checkNow();

            assertThat(report).broke("accuracy");
            assertThat(report.broken().get(0).value()).isCloseTo(0.5, within(0.01));
            assertThat(report.quality()).isEqualTo(new Quality(500, 0, Double.NaN));
            assertThat(monitor.reports().get(0).quality().known()).isEqualTo(300);
            List<Long> better = serve(500, 0);
            better.forEach(id -> live.outcome(id, 0));
            assertThat(monitor.checkNow()).brokeNothing();
        }
    }

    @Test
    void remembersTheLatestThousandWindows() {
        try (Monitor monitor = monitor().watch(DRIFT).minimumRows(1).start()) {
            List<Long> oldest = serve(1, 0);
            monitor.checkNow();
            for (int i = 1; i <= 1000; i++) {
                pass(Duration.ofSeconds(1));
                serve(1, 0);
                monitor.checkNow();
            }
            assertThat(monitor.reports()).hasSize(1000);
            assertThat(monitor.reports().get(0).to()).isEqualTo(START.plusSeconds(1));
            live.outcome(oldest.get(0), 1);
            assertThat(monitor.reports()).allMatch(report -> report.quality().known() == 0);
        }
    }

    @Test
    @Tag("F24")
    @Tag("F29")
    void sinksActionsAndListenersThatThrowDisturbNobody() {
        LifecycleListener broken = event -> {
            throw new IllegalStateException("listener");
        };
        try (Monitor monitor = monitor(live, broken)
                .watch(DRIFT)
                .sink(alert -> {
                    throw new IllegalStateException("sink");
                })
                .onBreach((report, means) -> {
                    throw new IllegalStateException("action");
                })
                .onBreach(alert())
                .coolDown(Duration.ZERO)
                .every(Duration.ofMinutes(1))
                .start()) {
            for (int i = 0; i < 5; i++) {
                serve(300, 12);
                scheduler.advance(Duration.ofMinutes(1));
            }
            assertThat(monitor.reports()).hasSize(5);
            assertThat(alerts.alerts()).hasSize(5);
            assertThat(monitor.failures()).isEqualTo(10);
        }
    }

    @Test
    void failedAnswersAreWatched() {
        try (Monitor monitor = monitor().watch(errorRate().above(0.02)).start()) {
            live.serve(ages(500, 0), random.doubles(480).toArray());
            MonitorReport report = monitor.checkNow();
            assertThat(report).broke("error rate");
            assertThat(report.errorRate()).isEqualTo(0.04);
            assertThat(report.quality().answers()).isEqualTo(480);
        }
    }

    @Test
    void whatCanNeverBeBrokenIsRefusedAtTheStart() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> monitor().watch(psi(named("aeg")).above(0.2)).start())
                .withMessageContaining("no column 'aeg'")
                .withMessageContaining("Did you mean 'age'?");
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> monitor()
                        .watch(psi(io.mlops4j.api.data.Columns.categorical()).above(0.2))
                        .start());
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> monitor().watch(liveMae().above(1)).start())
                .withMessageContaining("is for numbers, but the model gives classes")
                .withMessageContaining("liveAccuracy()");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> monitor(new FakeDeployment(clock, numbers))
                        .watch(liveAccuracy().below(0.9))
                        .start())
                .withMessageContaining("is for classes, but the model gives numbers");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> monitor().watch(psi(numeric()).below(0.2)).start())
                .withMessageContaining("Say above(…)");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> monitor().onBreach(rollback()).start())
                .withMessageContaining("'survival'")
                .withMessageContaining("watch(…)");
        assertThat(live.listeners()).isZero();
    }

    @Test
    void aColumnThatIsNotWatchedIsRefused() {
        Dataset rows = Dataset.of(
                Schema.of(
                        "Passenger",
                        Column.of("age", ColumnType.NUMERIC),
                        Column.of("note", ColumnType.TEXT).nullable(true)),
                List.of(NumericValues.wrap(new double[] {1}), TextValues.wrap(new String[] {"a"})));
        FakeDeployment texts = new FakeDeployment(clock, WatchedRows.reference(rows, Optional.empty(), 1));

        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() ->
                        monitor(texts).watch(psi(named("note")).above(0.2)).start())
                .withMessageContaining("note: text")
                .withMessageContaining("[age]");
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> monitor().every(Duration.ZERO));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> monitor().minimumRows(0));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> monitor().coolDown(Duration.ofSeconds(-1)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> monitor().rollbacksPerDay(-1));
    }

    @Test
    void anotherTestCanDecide() {
        try (Monitor monitor =
                monitor().watch(DRIFT).test(DriftTests.likelihoodRatio()).start()) {
            serve(500, 12);
            assertThat(monitor.checkNow()).hasDriftOnlyIn("age");
        }
    }
}
