package io.mlops4j.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PresentNumbersTest {

    private static final double MAX = Double.MAX_VALUE;

    @Test
    void aSumKeepsWhatRoundingWouldLose() {
        assertThat(numbers(1e17, 1, -1e17, 1).mean()).isEqualTo(0.5);
        assertThat(numbers(1, 1e17, 1, -1e17).mean()).isEqualTo(0.5);
    }

    @Test
    @Tag("F34")
    void meanAndDeviationAreTheSameBitsWhereverTheyAreComputed() {
        Random random = new Random(42);
        double[] values = random.doubles(10_000, -1000, 1000).toArray();

        // written down once; exact arithmetic gives 0x1.bd92bace47cbfp2, a plain sum 0x1.bd92bace47c95p2
        assertThat(numbers(values).mean()).isEqualTo(0x1.bd92bace47cbep2);
        // and 0x1.1ee4ef63c3b11p9
        assertThat(numbers(values).deviation()).isEqualTo(0x1.1ee4ef63c3b11p9);
    }

    @Test
    @Tag("T14")
    void theMeanOfTheLargestNumbersIsFinite() {
        assertThat(numbers(MAX, MAX, MAX).mean()).isEqualTo(MAX);
        assertThat(numbers(MAX, -MAX).mean()).isZero();
    }

    @Test
    @Tag("T14")
    void theMedianOfTheLargestNumbersIsFinite() {
        assertThat(numbers(MAX, -MAX).quantile(0.5)).isZero();
        assertThat(numbers(MAX, MAX).quantile(0.5)).isEqualTo(MAX);
    }

    @Test
    @Tag("T14")
    void theDeviationOfHugeAndTinyNumbersIsInRange() {
        assertThat(numbers(MAX, -MAX).deviation()).isEqualTo(MAX);
        assertThat(numbers(1e-200, 3e-200).deviation()).isEqualTo(1e-200);
    }

    @Test
    @Tag("T16")
    void theDeviationOfEqualNumbersIsExactlyZero() {
        assertThat(numbers(0.1, 0.1, 0.1).deviation()).isZero();
        assertThat(numbers(0.1, 0.1, 0.1).mean()).isEqualTo(0.1);
        assertThat(numbers(0, 0).deviation()).isZero();
    }

    @Test
    @Tag("T14")
    void theRoundingOfTheMeanDoesNotCountAsSpread() {
        double next = Math.nextUp(1e9); // the mean lies between the two, where there is no double

        assertThat(numbers(1e9, next).deviation()).isEqualTo((next - 1e9) / 2);
    }

    @Test
    void quantilesInterpolateBetweenTheNearestTwo() {
        PresentNumbers numbers = numbers(4, 1, 3, 2);

        assertThat(numbers.quantile(0)).isEqualTo(1);
        assertThat(numbers.quantile(0.25)).isEqualTo(1.75);
        assertThat(numbers.quantile(0.5)).isEqualTo(2.5);
        assertThat(numbers.quantile(1)).isEqualTo(4);
        assertThat(numbers(7).quantile(0.3)).isEqualTo(7);
    }

    @Test
    void theMostFrequentIsTheLeastOfSeveral() {
        assertThat(numbers(3, 1, 3, 1, 2).mostFrequent()).isEqualTo(1);
        assertThat(numbers(3, 1, 3, 1, 3).mostFrequent()).isEqualTo(3);
        assertThat(numbers(5).mostFrequent()).isEqualTo(5);
    }

    @Test
    @Tag("T14")
    void bothZerosAreOneNumber() {
        assertThat(numbers(0.0, -0.0, 5, 1).mostFrequent() + 0.0).isEqualTo(0.0);
    }

    @Test
    void theEndsAreTheLeastAndTheGreatest() {
        assertThat(numbers(2, -3, 5, 1).least()).isEqualTo(-3);
        assertThat(numbers(2, -3, 5, 1).greatest()).isEqualTo(5);
    }

    private static PresentNumbers numbers(double... values) {
        return new PresentNumbers(values);
    }
}
