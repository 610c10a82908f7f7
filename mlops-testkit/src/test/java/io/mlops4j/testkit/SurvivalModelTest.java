package io.mlops4j.testkit;

// snippet: imports
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
// end: imports

import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests of a user, as the page on testing shows them. */
class SurvivalModelTest {

    private final List<Passenger> passengers = Passengers.SOME;

    private static Run<Passenger, Classification> run() {
        return Runs.reaching(0.8);
    }

    private static Predictor<Passenger, Classification> predictor() {
        return FareRule.sound();
    }

    @Test
    void theModelIsGoodEnough() {
        Run<Passenger, Classification> run = run();
        // snippet: run
        assertThat(run)
                .isApproved()
                .hasMetricSatisfying("accuracy", accuracy -> accuracy.isAtLeast(0.85))
                .hasNoWarnings()
                .hasNoRejectedRows();
        assertThat(run).metric("f1(yes)").isBetween(0.65, 0.75);
        assertThat(run.evaluation()).onSlice("sex", "female").metric("accuracy").isAtLeast(0.75);
        assertThat(run.evaluation()).onEverySlice(30).metric("accuracy").isAtLeast(0.75);
        // end: run
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        // snippet: reproducible
        assertThat(run()).hasSameBundleAs(run());
        // end: reproducible
    }

    @Test
    void aWorseModelIsRejected() {
        Run<Passenger, Classification> run = Runs.reaching(0.9);
        // snippet: rejected
        assertThat(run).wasRejectedBecauseOf("accuracy");
        // end: rejected
    }

    @Test
    void theDataAreWhatWeThink() {
        // snippet: data
        Dataset rows = new PassengerSource(Passengers.file()).read(Passengers.WITH_TARGET);
        assertThat(rows)
                .hasRows(11)
                .hasColumns("sex", "age", "fare", "survived")
                .hasNoMissing("sex", "fare");
        assertThat(rows).column("age").hasType(ColumnType.NUMERIC).hasMissing(2).isBetween(0, 120);
        assertThat(rows).column("sex").hasOnly("female", "male");
        // end: data
    }

    @Test
    void answersAreAnswers() {
        Predictor<Passenger, Classification> predictor = predictor();
        // snippet: answer
        Classification answer = predictor.predict(new Passenger("female", 29.0, 211.5));
        assertThat(answer).hasLabel("yes").probabilitiesSumToOne();
        assertThat(answer).hasProbabilityOf("yes").isCloseTo(0.71, within(0.01));
        // end: answer
    }

    @Test
    void theModelBehaves() {
        Predictor<Passenger, Classification> predictor = predictor();
        Predictor<Passenger, Classification> reloaded = predictor();
        // snippet: behaviour
        assertThat(predictor).on(passengers).changing(row -> row.withAge(99.0)).doesNotChangeTheAnswer();
        assertThat(predictor)
                .on(passengers)
                .changing(row -> row.withSex("other"))
                .changesTheAnswer();
        assertThat(predictor).on(passengers).isMonotoneIncreasingIn(Passenger::withFare, 0, 10, 100, 500);
        assertThat(reloaded).on(passengers).agreesWith(predictor, 1e-12);
        // end: behaviour
    }

    @Test
    void timeAndEventsAreInTheTestsHands() {
        // snippet: fakes
        FixedClock clock = FixedClock.at("2026-03-29T00:59:59Z");
        RecordingListener events = new RecordingListener();

        clock.advance(Duration.ofSeconds(1));
        events.on(new LifecycleEvent.RunStarted(clock.instant(), "survival", List.of("source", "train")));

        assertThat(events.only(LifecycleEvent.RunStarted.class).at()).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(events.stages()).isEmpty();
        // end: fakes
    }
}
