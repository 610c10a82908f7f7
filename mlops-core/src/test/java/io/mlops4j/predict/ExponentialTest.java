package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialTest {

    /** Of a unit in the last place; half a unit is what rounding alone may cost. */
    private static final double ALLOWED = 0.52;

    private static final double STEP = Math.log(2) / 128;

    private static final MathContext DIGITS = new MathContext(50);

    private final SplittableRandom random = new SplittableRandom(1);

    private void isNearTheTrueValue(int count, DoubleSupplier numbers) {
        for (int i = 0; i < count; i++) {
            isNearTheTrueValue(numbers.getAsDouble());
        }
    }

    private static void isNearTheTrueValue(double number) {
        BigDecimal expected = exponential(new BigDecimal(number));
        BigDecimal error = expected.subtract(new BigDecimal(Exponential.of(number)))
                .abs()
                .divide(new BigDecimal(Math.ulp(expected.doubleValue())), DIGITS);
        assertThat(error.doubleValue())
                .as("units in the last place by which e to the power of %s is wrong", number)
                .isLessThan(ALLOWED);
    }

    /** The series itself, of so small a part of the number that it ends soon, and squared again. */
    private static BigDecimal exponential(BigDecimal number) {
        int halvings = 16;
        BigDecimal part = number.divide(BigDecimal.valueOf(1L << halvings), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i < 20; i++) {
            term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    private double near(double number, double width) {
        return (random.nextBoolean() ? number : -number) + (random.nextDouble() - 0.5) * width;
    }

    @Test
    void usualNumbers() {
        isNearTheTrueValue(4_000, () -> near(0, 80));
        isNearTheTrueValue(4_000, () -> near(0, 2));
    }

    @Test
    void largeAndSmallNumbers() {
        isNearTheTrueValue(2_000, () -> near(0, 1_400));
        isNearTheTrueValue(500, () -> near(0, 1e-7));
        isNearTheTrueValue(500, () -> Math.scalb(near(0, 2), -random.nextInt(1_000)));
    }

    /** There the rest is largest, and a number may be counted to either side. */
    @Test
    void numbersHalfwayBetweenTwoSteps() {
        int last = (int) (700 / STEP);
        for (int step = -1_000; step < 1_000; step++) {
            isNearTheTrueValueAround((step + 0.5) * STEP);
            isNearTheTrueValueAround((random.nextInt(-last, last) + 0.5) * STEP);
        }
    }

    private static void isNearTheTrueValueAround(double number) {
        isNearTheTrueValue(number);
        isNearTheTrueValue(Math.nextUp(number));
        isNearTheTrueValue(Math.nextDown(number));
    }

    @Test
    void theLargerOfTwoNumbersHasNoSmallerResult() {
        for (int step = -2_000; step < 2_000; step++) {
            double number = (step + 0.5) * STEP;
            for (int i = 0; i < 20; i++) {
                number = Math.nextDown(number);
            }
            for (int i = 0; i < 40; i++) {
                double next = Math.nextUp(number);
                assertThat(Exponential.of(next)).as("after %s", number).isGreaterThanOrEqualTo(Exponential.of(number));
                number = next;
            }
        }
        assertThat(Exponential.of(Math.nextDown(700.0))).isLessThan(Exponential.of(700));
        assertThat(Exponential.of(Math.nextUp(-700.0))).isGreaterThan(Exponential.of(-700));
    }

    @Test
    void zeroGivesExactlyOne() {
        assertThat(Exponential.of(0.0)).isEqualTo(1);
        assertThat(Exponential.of(-0.0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                700,
                -700,
                -708.5,
                -709,
                709.5,
                709.78,
                709.9,
                -709.9,
                -745,
                1_000,
                -1_000,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN
            })
    void whereResultsHaveLittleRoomTheyAreThoseOfStrictMath(double number) {
        assertThat(Double.valueOf(Exponential.of(number))).isEqualTo(Double.valueOf(StrictMath.exp(number)));
    }

    /** A bundle has answers and bins of scores in it, and the same training gives the same bytes on every machine. */
    @Test
    void everyMachineHasTheSameBits() {
        long bits = 0;
        for (int i = 0; i < 100_000; i++) {
            bits = 31 * bits + Double.doubleToRawLongBits(Exponential.of(near(0, 1_500)));
        }
        assertThat(bits).isEqualTo(5278459229626101327L);
    }
}
