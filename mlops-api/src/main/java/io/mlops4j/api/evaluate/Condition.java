package io.mlops4j.api.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;

/** What a criterion demands of a number. A NaN never passes. */
public sealed interface Condition {

    /**
     * At least so much.
     *
     * @param threshold the smallest value that passes; a number
     */
    record AtLeast(double threshold) implements Condition {

        /** Checks the threshold. */
        public AtLeast {
            requireNumber(threshold);
        }

        @Override
        public String toString() {
            return "at least " + text(threshold);
        }
    }

    /**
     * At most so much.
     *
     * @param threshold the largest value that passes; a number
     */
    record AtMost(double threshold) implements Condition {

        /** Checks the threshold. */
        public AtMost {
            requireNumber(threshold);
        }

        @Override
        public String toString() {
            return "at most " + text(threshold);
        }
    }

    /**
     * Not worse than the model that is live now, measured on the same rows.
     *
     * @param tolerance by how much it may be worse; at least 0
     */
    record NoWorseThanChampion(double tolerance) implements Condition {

        /** Checks the tolerance. */
        public NoWorseThanChampion {
            requireNumber(tolerance);
            if (tolerance < 0) {
                throw new IllegalArgumentException("A tolerance is at least 0, not " + tolerance + ".");
            }
        }

        @Override
        public String toString() {
            return "no worse than the champion" + (tolerance == 0 ? "" : " by more than " + text(tolerance));
        }
    }

    /** As a person writes it. It stands in the lineage, so not by {@code Double.toString}, which differs between Java versions. */
    private static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e7) {
            return (long) number + ".0";
        }
        if (Double.isInfinite(number)) {
            return String.valueOf(number);
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal usual = exact.round(new MathContext(15)); // so many digits survive the way through a double
        BigDecimal told = usual.doubleValue() == number ? usual : exact.round(new MathContext(17));
        return told.stripTrailingZeros().toString();
    }

    private static void requireNumber(double number) {
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException("A criterion compares with a number, not with NaN.");
        }
    }
}
