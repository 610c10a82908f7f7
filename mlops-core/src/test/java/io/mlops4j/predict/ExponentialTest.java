package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialTest {

    private static final double HALF_LN2 = Math.log(2) / 2;

    private final SplittableRandom random = new SplittableRandom(1);

    private void hasTheBitsOfStrictMath(DoubleSupplier numbers) {
        for (int i = 0; i < 100_000; i++) {
            hasTheBitsOfStrictMath(numbers.getAsDouble());
        }
    }

    private static void hasTheBitsOfStrictMath(double number) {
        assertThat(Double.doubleToLongBits(Exponential.of(number)))
                .as("e to the power of %s", number)
                .isEqualTo(Double.doubleToLongBits(StrictMath.exp(number)));
    }

    private double near(double number, double width) {
        return (random.nextBoolean() ? number : -number) + (random.nextDouble() - 0.5) * width;
    }

    @Test
    void usualNumbers() {
        hasTheBitsOfStrictMath(() -> near(0, 80));
        hasTheBitsOfStrictMath(() -> near(0, 2));
    }

    @Test
    void numbersAtWhichTheReductionChanges() {
        for (int i = 1; i < 40; i += 2) {
            double border = i * HALF_LN2;
            hasTheBitsOfStrictMath(() -> near(border, 1e-5));
        }
    }

    /** Halfway between two powers of two, where one may round to either. */
    @Test
    void numbersHalfwayBetweenTwoPowers() {
        double inverse = 0x1.71547652b82fep0;
        int ties = 0;
        for (int power = 0; power < 1009; power++) {
            double number = (power + 0.5) / inverse;
            for (int i = 0; i < 4; i++) {
                number = Math.nextDown(number);
            }
            for (int i = 0; i < 9; i++, number = Math.nextUp(number)) {
                ties += power % 2 == 0 && inverse * number == power + 0.5 ? 1 : 0;
                hasTheBitsOfStrictMath(number);
                hasTheBitsOfStrictMath(-number);
            }
        }
        assertThat(ties).as("ties that rounding to even takes down").isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0x3fd62e41_ffffffffL,
                0x3fd62e42_00000000L,
                0x3fd62e42_fefa39eeL,
                0x3fd62e42_fefa39efL,
                0x3fd62e42_fefa39f0L,
                0x3fd62e42_ffffffffL,
                0x3fd62e43_00000000L
            })
    void numbersAroundTheFirstThatIsReduced(long bits) {
        hasTheBitsOfStrictMath(Double.longBitsToDouble(bits));
        hasTheBitsOfStrictMath(-Double.longBitsToDouble(bits));
    }

    @Test
    void numbersThatGiveOneAndNumbersWhoseResultHasNoRoom() {
        hasTheBitsOfStrictMath(() -> near(0, 1e-7));
        hasTheBitsOfStrictMath(() -> near(700, 200));
    }

    @Test
    void anyNumber() {
        hasTheBitsOfStrictMath(() -> Double.longBitsToDouble(random.nextLong()));
        for (double number : new double[] {
            0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 700, -700, 0x1p-28, -0x1p-28
        }) {
            hasTheBitsOfStrictMath(number);
        }
    }
}
