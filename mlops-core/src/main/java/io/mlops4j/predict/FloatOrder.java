package io.mlops4j.predict;

/** Single-precision numbers as integers of the same order, so that a comparison needs no branch. */
final class FloatOrder {

    /** A missing number, above all others: it follows the splits whose missing values go right. */
    static final int MISSING_HIGH = Integer.MAX_VALUE - 1;

    /** A missing number, below all others: it follows the splits whose missing values go left. */
    static final int MISSING_LOW = Integer.MIN_VALUE;

    private FloatOrder() {}

    /**
     * The key of a number that is not NaN; both zeros have one key.
     *
     * @return more than {@link #MISSING_LOW}, less than {@link #MISSING_HIGH}
     */
    static int key(float number) {
        int bits = Float.floatToRawIntBits(number);
        int sign = bits >> 31;
        return ((bits & Integer.MAX_VALUE) ^ sign) - sign;
    }

    /** The key of a threshold. Nothing is smaller than NaN, as nothing is smaller than −∞. */
    static int thresholdKey(float threshold) {
        return key(Float.isNaN(threshold) ? Float.NEGATIVE_INFINITY : threshold);
    }
}
