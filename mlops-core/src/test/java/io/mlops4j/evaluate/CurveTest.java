package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final ClassificationOutcomes OUTCOMES = Given.scores("01011", 0.1, 0.4, 0.4, 0.6, 0.9);

    @Test
    void hasAPointForEachDifferentScoreFromTheHighestDown() {
        assertThat(Curve.of(OUTCOMES, "1").points())
                .containsExactly(
                        new Curve.Point(0.9, 1, 0, 3, 2),
                        new Curve.Point(0.6, 2, 0, 3, 2),
                        new Curve.Point(0.4, 3, 1, 3, 2),
                        new Curve.Point(0.1, 3, 2, 3, 2));
    }

    @Test
    void tellsRatesAtEachPoint() {
        Curve.Point point = Curve.of(OUTCOMES, "1").points().get(2);
        assertThat(point.recall()).isEqualTo(1);
        assertThat(point.falsePositiveRate()).isEqualTo(0.5);
        assertThat(point.precision()).isEqualTo(0.75);
        assertThat(point.f1()).isEqualTo(6.0 / 7);
        assertThat(point.youden()).isEqualTo(0.5);
    }

    @Test
    void hasNoPointForRowsThatWeighNothing() {
        ClassificationOutcomes outcomes =
                Given.weightedScores("10101", new double[] {0, 1, 2, 0, 3}, 0.9, 0.8, 0.7, 0.6, 0.5);
        assertThat(Curve.of(outcomes, "1").points())
                .extracting(Curve.Point::threshold)
                .containsExactly(0.8, 0.7, 0.5);
    }

    @Test
    void choosesThresholds() {
        assertThat(Curve.of(OUTCOMES, "1").bestF1().threshold()).isEqualTo(0.4);
        assertThat(Curve.of(OUTCOMES, "1").bestYouden().threshold()).isEqualTo(0.6);
    }

    @Test
    void takesTheLowestOfEqualF1AndTheHighestOfEqualYouden() {
        Curve even = Curve.of(Given.scores("10101", 0.9, 0.8, 0.7, 0.6, 0.5), "1");
        assertThat(even.bestF1().threshold()).isEqualTo(0.5);
        Curve tied = Curve.of(Given.scores("1010", 0.9, 0.8, 0.7, 0.6), "1");
        assertThat(tied.bestYouden().threshold()).isEqualTo(0.9);
    }

    @Test
    void predictsNowhereWhatOnlyMisleads() {
        Curve.Point nowhere = Curve.of(Given.scores("10", 0.2, 0.8), "1").bestYouden();
        assertThat(nowhere.threshold()).isInfinite();
        assertThat(nowhere.recall()).isZero();
        assertThat(nowhere.youden()).isZero();
    }

    @Test
    @Tag("T14")
    void refusesWhatCannotBeDrawn() {
        assertThatThrownBy(() -> Curve.of(OUTCOMES, "yes"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("'yes'")
                .hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> Curve.of(Given.classes("ab", "ab"), "a"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("probability");
        assertThatThrownBy(() -> Curve.of(Given.scores("01", Double.NaN, 0.5), "1"))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Curve.of(Given.scores(""), "1")).isInstanceOf(InvalidDataException.class);
    }
}
