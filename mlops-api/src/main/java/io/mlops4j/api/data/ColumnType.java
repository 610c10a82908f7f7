package io.mlops4j.api.data;

/** What kind of values a column holds. */
public enum ColumnType {
    /** A number, held as a {@code double}; 0 is a value like any other. */
    NUMERIC,
    /** One of a set of names, held as a code in a dictionary. */
    CATEGORICAL,
    /** True or false, held as the number 1 or 0. */
    BOOLEAN,
    /** Free text. */
    TEXT,
    /** An instant, held as UTC nanoseconds since the epoch (the years 1677 to 2262). */
    TIMESTAMP,
    /**
     * A block of named numeric features of which most are absent, such as the categories of a one-hot column. Made by
     * preprocessing; never an input.
     */
    SPARSE
}
