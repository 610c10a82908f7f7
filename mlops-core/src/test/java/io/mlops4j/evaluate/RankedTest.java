package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RankedTest {

    @Test
    @Tag("T14")
    void sortsEveryKindOfNumber() {
        double[] numbers = {
            0.0,
            1,
            -1,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            1e308,
            -1e308,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Math.nextUp(1.0),
            0x1p53 + 2
        };
        assertSorted(numbers);
    }

    @Test
    void sortsManyNumbers() {
        SplittableRandom random = new SplittableRandom(7);
        assertSorted(random.doubles(20_000, -3, 3).toArray());
        assertSorted(random.doubles(20_000)
                .map(number -> Math.rint(number * 100) / 100)
                .toArray());
    }

    @Test
    void takesTheTwoZerosForEqual() {
        Ranked ranked = Ranked.of(new double[] {-0.0, 0.0, -0.0}, new double[] {1, 2, 3});
        assertThat(companions(ranked)).containsExactly(1, 2, 3);
        assertThat(ranked.number(0)).isEqualTo(0.0);
    }

    @Test
    void keepsTheOrderOfEqualNumbers() {
        Ranked ranked = Ranked.of(new double[] {0.5, 0.7, 0.5, 0.7, 0.5}, new double[] {1, 2, 3, 4, 5});
        assertThat(companions(ranked)).containsExactly(2, 4, 1, 3, 5);
    }

    @Test
    void leavesItsInputAlone() {
        double[] numbers = {1, 3, 2};
        double[] companions = {1, 2, 3};
        Ranked.of(numbers, companions);
        assertThat(numbers).containsExactly(1, 3, 2);
        assertThat(companions).containsExactly(1, 2, 3);
    }

    @Test
    @Tag("T16")
    void sortsNothingAndOne() {
        assertThat(Ranked.of(new double[0], new double[0]).size()).isZero();
        assertThat(Ranked.of(new double[] {3}, new double[] {4}).number(0)).isEqualTo(3);
    }

    private static void assertSorted(double[] numbers) {
        double[] rising = numbers.clone();
        Arrays.sort(rising);
        double[] places = new double[numbers.length];
        Arrays.setAll(places, place -> place);
        Ranked ranked = Ranked.of(numbers, places);
        assertThat(ranked.size()).isEqualTo(numbers.length);
        for (int i = 0; i < rising.length; i++) {
            assertThat(ranked.number(i)).isEqualTo(rising[rising.length - 1 - i]);
            assertThat(numbers[(int) ranked.companion(i)]).isEqualTo(ranked.number(i));
        }
    }

    private static double[] companions(Ranked ranked) {
        double[] companions = new double[ranked.size()];
        Arrays.setAll(companions, ranked::companion);
        return companions;
    }
}
