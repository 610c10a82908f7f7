package io.mlops4j.predict;

/**
 * The exponential function with the bits of {@link StrictMath#exp}, which are the same on every machine: the same reduction
 * and the same polynomial (FDLIBM 5.3, {@code e_exp.c}; less than one unit in the last place from the true value). That one
 * goes one of three ways, by the size of the number, and a processor has to guess which; here nearly all go the same.
 */
final class Exponential {

    /** Beyond it, results come near to what a double cannot hold. */
    private static final double LARGE = 700;

    /** Up to it, the result is the number and 1. */
    private static final double SMALL = 0x1p-28;

    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double INVERSE_LN2 = 0x1.71547652b82fep0;

    /**
     * Added to a number and taken away again, it leaves the nearest integer; the low bits of the sum are that integer in two's
     * complement.
     */
    private static final double ROUNDING = 0x1.8p52;

    private static final double P1 = 0x1.555555555553ep-3;
    private static final double P2 = -0x1.6c16c16bebd93p-9;
    private static final double P3 = 0x1.1566aaf25de2cp-14;
    private static final double P4 = -0x1.bbd41c5d26bf1p-20;
    private static final double P5 = 0x1.6376972bea4dp-25;

    /** The leading half of the numbers around half a logarithm of two: none of them is reduced, though some are above it. */
    private static final int HALF_LN2 = 0x3fd62e42;

    private static final int FRACTION_BITS = 52;

    private Exponential() {}

    /** e to the power of a number. */
    static double of(double number) {
        double magnitude = Math.abs(number);
        if (!(magnitude < LARGE && magnitude >= SMALL)) {
            return StrictMath.exp(number);
        }
        double product = INVERSE_LN2 * number;
        double shifted = product + ROUNDING;
        double power = shifted - ROUNDING;
        // a tie is rounded to even here, and away from zero there
        if (Math.abs(product - power) == 0.5
                || (int) (Double.doubleToRawLongBits(magnitude) >>> Integer.SIZE) == HALF_LN2) {
            return StrictMath.exp(number);
        }
        double high = number - power * LN2_HIGH;
        double low = power * LN2_LOW;
        double rest = high - low;
        double square = rest * rest;
        double c = rest - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))));
        double result = 1 - ((low - (rest * c) / (2 - c)) - high);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(result) + (Double.doubleToRawLongBits(shifted) << FRACTION_BITS));
    }
}
