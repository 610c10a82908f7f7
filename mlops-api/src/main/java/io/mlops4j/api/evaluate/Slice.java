package io.mlops4j.api.evaluate;

/**
 * A part of the test rows.
 *
 * @param column the column that divides them
 * @param value its value in this part; {@code (missing)} where it has none, and {@code \(missing)} where that is its value
 */
public record Slice(String column, String value) {

    /** The value of the slice of rows without a value. */
    public static final String MISSING = "(missing)";

    @Override
    public String toString() {
        return column + "=" + value;
    }
}
