package io.mlops4j.api.data;

/**
 * Reads rows of a type of the user's: it knows their columns, and writes one row into a buffer.
 *
 * <p>For records the library makes one. Writing one by hand is right where no class can be made at run time, or where rows
 * are not records. Implementations must be safe for use by many threads.
 *
 * @param <I> the type of a row
 */
public interface RowReader<I> {

    /**
     * The columns that this reader writes.
     *
     * @return the schema, always the same
     */
    Schema schema();

    /**
     * Writes every column of the schema, by position. A column that is not written is missing; it never keeps the value of an
     * earlier row.
     *
     * @param row the row
     * @param buffer where it goes; its schema has this reader's columns at the same positions
     * @throws io.mlops4j.api.error.InvalidDataException if a value cannot be held
     */
    void read(I row, RowBuffer buffer);
}
