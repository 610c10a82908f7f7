package io.mlops4j.api.check;

/** What the values of one column look like. */
public sealed interface ColumnProfile permits NumericProfile, CategoryProfile, TimestampProfile, TextProfile {

    /**
     * The column.
     *
     * @return its name
     */
    String column();

    /**
     * How many rows there are, missing values included.
     *
     * @return at least 0
     */
    long rows();

    /**
     * How many values are missing.
     *
     * @return at least 0
     */
    long missing();

    /**
     * How many different values there are.
     *
     * @return at least 0
     */
    long distinct();
}
