package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final ClassificationOutcomes OUTCOMES = Given.scores("00111", 0, 0.25, 0.25, 0.5, 1);

    @Test
    void putsABoundIntoTheUpperBinAndOneIntoTheLast() {
        assertThat(Calibration.table(OUTCOMES, "1", 4))
                .containsExactly(
                        new Calibration.Bin(0, 1, 0, 0),
                        new Calibration.Bin(1, 2, 0.25, 0.5),
                        new Calibration.Bin(2, 1, 0.5, 1),
                        new Calibration.Bin(3, 1, 1, 1));
    }

    @Test
    void weighsBinsByTheirRows() {
        assertThat(Calibration.expectedError(4).compute(OUTCOMES)).isCloseTo((2 * 0.25 + 0.5) / 5, within(1e-15));
        assertThat(Calibration.maximumError(4).compute(OUTCOMES)).isEqualTo(0.5);
    }

    @Test
    void fillsBinsOfEqualCountsFromTheLowestScoreOn() {
        // two bins: three rows (0, 0.25, 0.25) and two (0.5, 1)
        assertThat(Calibration.expectedErrorOfEqualCounts(2).compute(OUTCOMES))
                .isCloseTo((0.5 + 0.5) / 5, within(1e-15));
        // more bins than rows: a row each
        assertThat(Calibration.expectedErrorOfEqualCounts(9).compute(OUTCOMES))
                .isCloseTo((0.25 + 0.75 + 0.5) / 5, within(1e-15));
    }

    @Test
    void takesTheMostProbableClassAtItsWord() {
        ClassificationOutcomes outcomes = Given.probabilities("ab", 0.8, 0.1, 0.1, 0.6, 0.2, 0.2);
        assertThat(Calibration.expectedErrorOfTopLabel(2).compute(outcomes)).isCloseTo(0.2, within(1e-15));
        assertThat(Calibration.expectedErrorOfTopLabel(10).compute(outcomes)).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void tablesTheMostProbableClassWhereNoneIsThePositiveOne() {
        ClassificationOutcomes outcomes = Given.probabilities("ab", 0.8, 0.1, 0.1, 0.6, 0.2, 0.2);
        assertThat(Calibration.topLabelTable(outcomes, 10))
                .containsExactly(new Calibration.Bin(6, 1, 0.6, 0), new Calibration.Bin(8, 1, 0.8, 1));
    }

    @Test
    void weighsRows() {
        ClassificationOutcomes weighted = Given.weightedScores("01", new double[] {3, 1}, 0.25, 0.25);
        assertThat(Calibration.expectedError(1).compute(weighted)).isZero();
        assertThat(Calibration.table(weighted, "1", 1)).containsExactly(new Calibration.Bin(0, 2, 0.25, 0.25));
    }

    @Test
    void refusesAClassThatThereIsNot() {
        assertThatThrownBy(() -> Calibration.table(OUTCOMES, "2", 4)).isInstanceOf(InvalidDataException.class);
    }
}
