package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictorAssertTest {

    private static final FareRule SOUND = FareRule.sound();
    private static final FareRule UNFAIR =
            new FareRule(row -> row.age() == null || row.age() > 40 ? 0.2 : 0.7 - row.fare() / 1000);

    @Test
    void seesThatAColumnDoesNotMatter() {
        assertThat(SOUND)
                .on(Passengers.SOME)
                .changing(row -> row.withAge(99.0))
                .doesNotChangeTheAnswer()
                .doesNotChangeTheAnswerByMoreThan(0);
    }

    @Test
    void showsTheRowWhoseAnswerChanges() {
        messageOf(() -> assertThat(UNFAIR)
                        .on(Passengers.SOME)
                        .changing(row -> row.withAge(99.0))
                        .doesNotChangeTheAnswer())
                .contains(
                        "Expected the same answer after the change, but it went from no (no",
                        "before: Passenger[sex=female, age=29.0, fare=211.5]",
                        "after:  Passenger[sex=female, age=99.0, fare=211.5]");
        messageOf(() -> assertThat(UNFAIR)
                        .on(Passengers.SOME)
                        .changing(row -> row.withAge(99.0))
                        .doesNotChangeTheAnswerByMoreThan(0.1))
                .contains("an answer within 0.1");
    }

    @Test
    void seesThatAColumnMatters() {
        assertThat(SOUND)
                .on(Passengers.SOME)
                .changing(row -> row.withSex("other"))
                .changesTheAnswer();
        messageOf(() -> assertThat(SOUND)
                        .on(Passengers.SOME)
                        .changing(row -> row.withAge(1.0))
                        .changesTheAnswer())
                .contains("none of 3 did");
    }

    @Test
    void seesWhereAScoreGoes() {
        assertThat(SOUND)
                .on(Passengers.SOME)
                .changing(row -> row.withFare(row.fare() + 10))
                .neverLowersTheScore();
        assertThat(SOUND)
                .on(Passengers.SOME)
                .byProbabilityOf("no")
                .changing(row -> row.withFare(row.fare() + 10))
                .neverRaisesTheScore();
        messageOf(() -> assertThat(SOUND)
                        .on(Passengers.SOME)
                        .changing(row -> row.withFare(row.fare() + 10))
                        .neverRaisesTheScore())
                .contains("a score that is not higher");
        messageOf(() -> assertThat(SOUND)
                        .on(Passengers.SOME)
                        .changing(row -> row.withFare(0))
                        .neverLowersTheScore())
                .contains("a score that is not lower");
    }

    @Test
    void seesWhetherAScoreIsMonotone() {
        assertThat(SOUND).on(Passengers.SOME).isMonotoneIncreasingIn(Passenger::withFare, 0, 10, 500, 5000);
        assertThat(SOUND)
                .on(Passengers.SOME)
                .byProbabilityOf("no")
                .isMonotoneDecreasingIn(Passenger::withFare, 0, 10, 500, 5000);
        messageOf(() -> assertThat(UNFAIR).on(Passengers.SOME).isMonotoneIncreasingIn(Passenger::withFare, 0, 100))
                .isEqualTo("Expected the score to rise or stay from 0.0 to 100.0, but it went from 0.7 to 0.6"
                        + " for Passenger[sex=female, age=29.0, fare=211.5]");
        messageOf(() -> assertThat(SOUND).on(Passengers.SOME).isMonotoneDecreasingIn(Passenger::withFare, 0, 100))
                .contains("fall or stay");
    }

    @Test
    void letsNoNaNPass() {
        FareRule broken = new FareRule(row -> Double.NaN);
        messageOf(() -> assertThat(broken).on(Passengers.SOME).isMonotoneIncreasingIn(Passenger::withFare, 0, 1))
                .contains("NaN");
        messageOf(() -> assertThat(broken).on(Passengers.SOME).agreesWith(broken, 1))
                .contains("NaN");
    }

    @Test
    void comparesPredictors() {
        assertThat(SOUND).on(Passengers.SOME).agreesWith(FareRule.sound(), 0);
        messageOf(() -> assertThat(SOUND).on(Passengers.SOME).agreesWith(UNFAIR, 1e-6))
                .contains("Expected answers within 1.0E-6", "yes (no", "for Passenger[");
    }

    @Test
    void refusesATestThatShowsNothing() {
        messageOf(() -> assertThat(SOUND).on(List.of())).contains("at least one row");
        messageOf(() -> assertThat(SOUND).on(Passengers.SOME).changing(row -> row))
                .isEqualTo("The change leaves all 3 rows as they were, so it can show nothing");
        assertThatThrownBy(
                        () -> assertThat(SOUND).on(Passengers.SOME).isMonotoneIncreasingIn(Passenger::withFare, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1.0, 1.0]");
        assertThatThrownBy(() -> assertThat(SOUND).on(Passengers.SOME).isMonotoneIncreasingIn(Passenger::withFare, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two values");
    }

    @Test
    void asksWhichOfManyClassesIsTheScore() {
        Classes three = new Classes(List.of("a", "b", "c"), Optional.empty());
        Classification answer = Classification.wrap(three, new double[] {0.2, 0.3, 0.5});
        assertThatThrownBy(() -> Answers.score(answer, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("byProbabilityOf");
        assertThat(answer).hasLabel("c");
    }
}
