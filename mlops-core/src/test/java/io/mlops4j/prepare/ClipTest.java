package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.prepare.Preprocessors.clip;
import static io.mlops4j.prepare.Preprocessors.clipQuantiles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClipTest {

    private static final double NAN = Double.NaN;

    @Test
    void theNearerLimitStandsForWhatLiesOutside() {
        assertThat(Rows.numbersAfter(clip(numeric(), -1, 2), Rows.numbers(-3, -1, 0.5, 2, 9, NAN)))
                .containsExactly(-1, -1, 0.5, 2, 2, NAN);
    }

    @Test
    @Tag("T14")
    void minusZeroStaysAtALimitOfZero() {
        double[] after = Rows.numbersAfter(clip(numeric(), 0, 1), Rows.numbers(-0.0, -1));

        assertThat(Double.doubleToRawLongBits(after[0])).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Double.doubleToRawLongBits(after[1])).isZero();
        assertThat(Double.doubleToRawLongBits(Rows.numbersAfter(clip(numeric(), -1, 0), Rows.numbers(-0.0))[0]))
                .isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    @Tag("T14")
    void hugeNumbersAreClippedLikeOthers() {
        assertThat(Rows.numbersAfter(clip(numeric(), -1e308, 1), Rows.numbers(1e308, -Double.MAX_VALUE)))
                .containsExactly(1, -1e308);
    }

    @Test
    void limitsMayBeEqualButNotCrossed() {
        assertThat(Rows.numbersAfter(clip(numeric(), 1, 1), Rows.numbers(0, 2))).containsExactly(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clip(numeric(), 2, 1))
                .withMessage("clip() needs two finite limits, the lower one first, not 2.0 and 1.0.");
        assertThatIllegalArgumentException().isThrownBy(() -> clip(numeric(), NAN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> clip(numeric(), 0, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> clip(numeric(), Double.NEGATIVE_INFINITY, 0));
    }

    @Test
    void quantilesOfTheTrainingRowsAreTheLimits() {
        FittedPreprocessor fitted =
                Rows.fit(clipQuantiles(numeric(), percent(10), percent(95)), Rows.numbers(10, 0, 20, NAN, 30, 40));

        assertThat(Rows.learned(fitted).get("low")).isEqualTo(4.0);
        assertThat(Rows.learned(fitted).get("high")).isEqualTo(38.0);
        assertThat(Rows.numbersAfter(fitted, Rows.numbers(-5, 20, 500, NAN))).containsExactly(4, 20, 38, NAN);
    }

    @Test
    void noneAndAllAreTheLeastAndTheGreatest() {
        FittedPreprocessor fitted = Rows.fit(clipQuantiles(numeric(), percent(0), percent(100)), Rows.numbers(3, 1, 2));

        assertThat(Rows.numbersAfter(fitted, Rows.numbers(0, 9))).containsExactly(1, 3);
    }

    @Test
    void sharesAreNotCrossedOrEqual() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clipQuantiles(numeric(), percent(5), percent(5)))
                .withMessage("clipQuantiles() needs two shares, the lower one first, not 5 % and 5 %.");
    }

    @Test
    @Tag("T16")
    void quantilesOfNothingAreRefused() {
        assertThatThrownBy(
                        () -> clipQuantiles(numeric(), percent(1), percent(99)).fit(Rows.numbers(NAN)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("so clipQuantiles(1 %, 99 %) can learn nothing");
    }

    @Test
    void limitsThatWereDeclaredNeedNoValue() {
        assertThat(Rows.numbersAfter(clip(numeric(), 0, 1), Rows.numbers(NAN))).containsExactly(NAN);
    }

    @Test
    void bothGiveAStepOfOneName() {
        assertThat(clip(numeric(), 0, 1).name()).isEqualTo("clip");
        assertThat(clipQuantiles(numeric(), percent(1), percent(99)).name()).isEqualTo("clip");
    }
}
