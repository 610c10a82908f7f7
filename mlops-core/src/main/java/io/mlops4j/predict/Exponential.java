package io.mlops4j.predict;

import java.math.BigInteger;

/**
 * The exponential function with the same bits on every machine: of numbers up to 700 within 0.52 units in the last place of the
 * true value, of others as {@link StrictMath#exp} has it, within one.
 *
 * <p>A number is split into a whole count of 128ths of the logarithm of two and a small rest: the power of two of the count is
 * looked up, and multiplied by the exponential of the rest, by the first terms of its series (P. T. P. Tang, "Table-driven
 * implementation of the exponential function in IEEE floating-point arithmetic", ACM TOMS 15, 1989). {@code StrictMath} takes a
 * division and a longer polynomial, one after the other.
 */
final class Exponential {

    /** From it on, results come near to what a double cannot hold, and are rare: {@link StrictMath} has them. */
    private static final double LARGE = 700;

    private static final int STEP_BITS = 7;
    /** How many steps a power of two is divided into. */
    private static final int STEPS = 1 << STEP_BITS;

    private static final int FRACTION_BITS = 52;

    /** The binary digits to which powers are computed: two doubles hold 106 of them, the others may be lost on the way. */
    private static final int DIGITS = 160;

    private static final double STEPS_A_UNIT = 0x1.71547652b82fep0 * STEPS;

    /** The length of a step, with so few bits that a count of steps times it is exact. */
    private static final double STEP_HIGH = 0x1.62e42feep-1 / STEPS;
    /** The rest of its length. */
    private static final double STEP_LOW = 0x1.a39ef35793c76p-33 / STEPS;

    /**
     * Added to a number and taken away again, it leaves the nearest integer; the low bits of the sum are that integer in two's
     * complement.
     */
    private static final double ROUNDING = 0x1.8p52;

    /**
     * Two numbers a step, as bits: what the double of its power of two lacks of the true power, as a share of it; and that
     * double, less what the count will add to its exponent.
     */
    private static final long[] POWERS = powers();

    private Exponential() {}

    private static long[] powers() {
        BigInteger one = BigInteger.ONE.shiftLeft(DIGITS);
        BigInteger step = one.shiftLeft(1);
        for (int i = 0; i < STEP_BITS; i++) {
            step = step.shiftLeft(DIGITS).sqrt();
        }
        long[] powers = new long[2 * STEPS];
        BigInteger power = one;
        for (int i = 0; i < STEPS; i++) {
            double nearest = Math.scalb(power.doubleValue(), -DIGITS);
            BigInteger exactly = BigInteger.valueOf((long) Math.scalb(nearest, FRACTION_BITS))
                    .shiftLeft(DIGITS - FRACTION_BITS);
            double lacking = Math.scalb(power.subtract(exactly).doubleValue(), -DIGITS) / nearest;
            powers[2 * i] = Double.doubleToRawLongBits(lacking);
            powers[2 * i + 1] = Double.doubleToRawLongBits(nearest) - ((long) i << (FRACTION_BITS - STEP_BITS));
            power = power.multiply(step).shiftRight(DIGITS);
        }
        return powers;
    }

    /** e to the power of a number. */
    static double of(double number) {
        if (!(Math.abs(number) < LARGE)) {
            return StrictMath.exp(number);
        }
        double shifted = STEPS_A_UNIT * number + ROUNDING;
        double count = shifted - ROUNDING;
        long bits = Double.doubleToRawLongBits(shifted);
        int at = 2 * ((int) bits & (STEPS - 1));
        double lacking = Double.longBitsToDouble(POWERS[at]);
        double power = Double.longBitsToDouble(POWERS[at + 1] + (bits << (FRACTION_BITS - STEP_BITS)));
        double rest = (number - count * STEP_HIGH) - count * STEP_LOW;
        double square = rest * rest;
        double more = (lacking + rest)
                + square * (1 / 2.0 + rest * (1 / 6.0))
                + square * square * (1 / 24.0 + rest * (1 / 120.0));
        return power + power * more;
    }
}
