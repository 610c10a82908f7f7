package io.mlops4j.api.predict;

/** What was true of some rows, in the order of the rows. Immutable. */
public sealed interface Truth permits ClassTruth, NumberTruth {

    /**
     * How many rows there are.
     *
     * @return at least 0
     */
    int size();

    /**
     * A selection of rows.
     *
     * @param rows which rows, in the order of the result; a row may come several times
     * @return what was true of them
     */
    Truth select(int[] rows);
}
