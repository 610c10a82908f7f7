package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StandardizeTest {

    private static final double NAN = Double.NaN;
    private static final double MAX = Double.MAX_VALUE;

    @Test
    void dividesByTheDeviationOfThePopulation() {
        // mean 5, squares 16 4 4 4 0 0 4 16 over 8 rows: 4 = 2 * 2
        assertThat(Rows.numbersAfter(standardize(numeric()), Rows.numbers(2, 4, 4, 4, 5, 5, 7, 9)))
                .containsExactly(-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2);
    }

    @Test
    void whatIsMissingStaysMissingAndCountsForNothing() {
        assertThat(Rows.numbersAfter(standardize(numeric()), Rows.numbers(1, NAN, 3)))
                .containsExactly(-1, NAN, 1);
    }

    @Test
    void theColumnKeepsItsNullability() {
        Dataset rows = Rows.numbers(1, NAN);

        assertThat(standardize(numeric()).outputSchema(rows.schema())).isEqualTo(rows.schema());
        assertThat(standardize(numeric()).fit(rows).training().schema()).isEqualTo(rows.schema());
    }

    @Test
    @Tag("T16")
    void aConstantColumnIsMovedToZeroAndNotScaled() {
        double[] tenths = new double[1000];
        Arrays.fill(tenths, 0.1); // whose plain sum is not 100
        FittedPreprocessor fitted = Rows.fit(standardize(numeric()), Rows.numbers(tenths));

        assertThat(Rows.learned(fitted).get("mean")).isEqualTo(0.1);
        assertThat(Rows.learned(fitted).get("scale")).isEqualTo(1.0);
        assertThat(Rows.numbersAfter(fitted, Rows.numbers(0.1, 2.1))).containsExactly(0, 2);
    }

    @Test
    @Tag("T16")
    void oneRowIsAConstantColumn() {
        assertThat(Rows.numbersAfter(standardize(numeric()), Rows.numbers(7))).containsExactly(0);
    }

    @Test
    @Tag("T16")
    void aColumnThatIsAllMissingTeachesNothing() {
        assertThatThrownBy(() -> standardize(numeric()).fit(Rows.numbers(NAN)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "Column 'x' is missing in all of the 1 training rows, so standardize() can learn nothing");
    }

    @Test
    @Tag("T16")
    void noRowTeachesNothing() {
        assertThatThrownBy(() -> standardize(numeric()).fit(Rows.numbers()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("standardize() has no training row to learn from.");
    }

    @Test
    @Tag("T14")
    void anInfiniteTrainingNumberIsRefusedWithItsRow() {
        assertThatThrownBy(() -> standardize(numeric()).fit(Rows.unchecked(1, 2, Double.NEGATIVE_INFINITY)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "Column 'x' has an infinite number in training row 2 (from 0), from which standardize() cannot learn."
                                + " Make it missing, or a finite number.");
    }

    @Test
    @Tag("T14")
    void theLargestNumbersNeitherOverflowInTheFitNorInTheResult() {
        assertThat(Rows.numbersAfter(standardize(numeric()), Rows.numbers(MAX, MAX, -MAX, -MAX)))
                .containsExactly(1, 1, -1, -1);
        assertThat(Rows.numbersAfter(standardize(numeric()), Rows.numbers(-MAX, -MAX, -MAX, MAX)))
                .containsExactly(new double[] {-0.577350269, -0.577350269, -0.577350269, 1.732050807}, within(1e-8));
    }

    @Test
    @Tag("T14")
    void subnormalNumbersAreScaledLikeOthers() {
        double tiny = 1000 * Double.MIN_VALUE;

        assertThat(Rows.numbersAfter(standardize(numeric()), Rows.numbers(tiny, 3 * tiny)))
                .containsExactly(-1, 1);
    }

    @Test
    @Tag("T14")
    void aResultBeyondTheRangeIsTheLargestFiniteNumber() {
        FittedPreprocessor fitted = Rows.fit(standardize(numeric()), Rows.numbers(-1e-9, 1e-9));

        assertThat(Rows.numbersAfter(fitted, Rows.numbers(MAX, -MAX))).containsExactly(MAX, -MAX);
    }

    @Test
    @Tag("T14")
    void aSmallSpreadFarFromZeroIsNotLostToRounding() {
        double[] far = new double[10];
        for (int i = 0; i < far.length; i++) {
            far[i] = 1e9 + (i % 2 == 0 ? 0x1p-20 : -0x1p-20);
        }

        assertThat(Rows.learned(Rows.fit(standardize(numeric()), Rows.numbers(far)))
                        .get("scale"))
                .isEqualTo(0x1p-20);
    }

    @Test
    @Tag("T14")
    void zeroIsAValueLikeAnyOther() {
        assertThat(Rows.numbersAfter(standardize(numeric()), Rows.numbers(0, 0, 3, 3)))
                .containsExactly(-1, -1, 1, 1);
    }

    @Test
    @Tag("T14")
    void whatIsLearnedIsNeverMinusZero() {
        FittedPreprocessor fitted = Rows.fit(standardize(numeric()), Rows.numbers(-0.0, -0.0));

        assertThat(Rows.learned(fitted).get("mean")).isEqualTo(0.0);
    }

    @Test
    void isCalledByItsName() {
        assertThat(standardize(numeric()).name()).isEqualTo("standardize");
        assertThat(Rows.fit(standardize(numeric()), Rows.numbers(1)).name()).isEqualTo("standardize");
    }
}
