package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.prepare.Preprocessors.minMax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MinMaxTest {

    private static final double NAN = Double.NaN;
    private static final double MAX = Double.MAX_VALUE;

    @Test
    void theLeastBecomesZeroAndTheGreatestOne() {
        assertThat(Rows.numbersAfter(minMax(numeric()), Rows.numbers(30, 10, NAN, 20)))
                .containsExactly(1, 0, NAN, 0.5);
    }

    @Test
    void laterNumbersMayLieOutside() {
        FittedPreprocessor fitted = Rows.fit(minMax(numeric()), Rows.numbers(10, 20));

        assertThat(Rows.numbersAfter(fitted, Rows.numbers(0, 30))).containsExactly(-1, 2);
    }

    @Test
    void theColumnKeepsItsNullability() {
        Dataset rows = Rows.numbers(1, NAN);

        assertThat(minMax(numeric()).fit(rows).training().schema()).isEqualTo(rows.schema());
    }

    @Test
    @Tag("T16")
    void aConstantColumnBecomesZeroAndIsNotScaled() {
        FittedPreprocessor fitted = Rows.fit(minMax(numeric()), Rows.numbers(0.1, 0.1));

        assertThat(Rows.numbersAfter(fitted, Rows.numbers(0.1, 3.1))).containsExactly(0, 3);
    }

    @Test
    @Tag("T16")
    void aColumnThatIsAllMissingTeachesNothing() {
        assertThatThrownBy(() -> minMax(numeric()).fit(Rows.numbers(NAN)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("so minMax() can learn nothing");
    }

    @Test
    @Tag("T14")
    void theWidestRangeDoesNotOverflow() {
        assertThat(Rows.numbersAfter(minMax(numeric()), Rows.numbers(-MAX, 0, MAX)))
                .containsExactly(0, 0.5, 1);
    }

    @Test
    @Tag("T14")
    void theNarrowestRangeDoesNotVanish() {
        assertThat(Rows.numbersAfter(minMax(numeric()), Rows.numbers(0, Double.MIN_VALUE)))
                .containsExactly(0, 1);
    }

    @Test
    @Tag("T14")
    void aResultBeyondTheRangeIsTheLargestFiniteNumber() {
        FittedPreprocessor fitted = Rows.fit(minMax(numeric()), Rows.numbers(0, 1e-3));

        assertThat(Rows.numbersAfter(fitted, Rows.numbers(MAX, -MAX))).containsExactly(MAX, -MAX);
    }

    @Test
    void isCalledByItsName() {
        assertThat(minMax(numeric()).name()).isEqualTo("min_max");
    }
}
