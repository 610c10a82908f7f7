package io.mlops4j.api.evaluate;

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
            return "at least " + threshold;
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
            return "at most " + threshold;
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
            return "no worse than the champion" + (tolerance == 0 ? "" : " by more than " + tolerance);
        }
    }

    private static void requireNumber(double number) {
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException("A criterion compares with a number, not with NaN.");
        }
    }
}
