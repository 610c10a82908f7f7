package io.mlops4j.tribuo;

/** Checks the values of parameters. */
final class Bounds {

    private Bounds() {}

    static int integer(String parameter, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(
                    parameter + " must be from " + least + " to " + greatest + ", not " + value + ".");
        }
        return value;
    }

    static double atLeastZero(String parameter, double value) {
        if (!(value >= 0 && value <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(parameter + " must be a number of at least 0, not " + value + ".");
        }
        return value;
    }

    static double above(String parameter, double value, double least) {
        if (!(value > least && value <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(parameter + " must be a number above " + least + ", not " + value + ".");
        }
        return value;
    }

    /** A share of the whole, without nothing. */
    static double share(String parameter, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(parameter + " must be above 0.0 and at most 1.0, not " + value + ".");
        }
        return value;
    }

    /** A seed that JSON can hold exactly. */
    static long seed(long value, long greatest) {
        if (value < 0 || value > greatest) {
            throw new IllegalArgumentException("seed must be from 0 to " + greatest + ", not " + value + ".");
        }
        return value;
    }
}
