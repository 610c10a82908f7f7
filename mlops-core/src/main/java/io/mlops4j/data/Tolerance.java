package io.mlops4j.data;

import io.mlops4j.api.data.Percent;

/** How many broken rows may be left out. */
sealed interface Tolerance {

    /** Whether it is too many already, however many good rows may follow. */
    boolean exceededBy(long broken);

    /** Whether it is too many of all rows. */
    boolean exceededBy(long broken, long all);

    /** What may be left out, as the end of a sentence. */
    String describe();

    /** A number of rows. */
    record Rows(long rows) implements Tolerance {

        public Rows {
            if (rows < 0) {
                throw new IllegalArgumentException(
                        "tolerate() needs a number of rows of at least 0, not " + rows + ".");
            }
        }

        @Override
        public boolean exceededBy(long broken) {
            return broken > rows;
        }

        @Override
        public boolean exceededBy(long broken, long all) {
            return exceededBy(broken);
        }

        @Override
        public String describe() {
            return rows == 0 ? "none is tolerated" : "at most " + rows + " are tolerated";
        }
    }

    /** A share of all rows, known only when all were read. */
    record Share(Percent percent) implements Tolerance {

        @Override
        public boolean exceededBy(long broken) {
            return false;
        }

        @Override
        public boolean exceededBy(long broken, long all) {
            return broken > percent.share() * all;
        }

        @Override
        public String describe() {
            return "at most " + percent + " are tolerated";
        }
    }
}
