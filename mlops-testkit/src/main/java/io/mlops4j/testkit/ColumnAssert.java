package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Values;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the values of one column.
 *
 * <pre>{@code
 * assertThat(rows).column("age").hasType(ColumnType.NUMERIC).hasMissing(2).isBetween(0, 120);
 * }</pre>
 */
public final class ColumnAssert extends AbstractMlopsAssert<ColumnAssert, Values> {

    private static final int SHOWN = 10;

    private final Column column;

    ColumnAssert(Column column, Values actual) {
        super(actual, ColumnAssert.class);
        this.column = column;
    }

    /**
     * The column holds such values.
     *
     * @param type what kind of values
     * @return this
     */
    public ColumnAssert hasType(ColumnType type) {
        return require(
                column.type() == type,
                () -> "Expected column '" + column.name() + "' to be " + lower(type) + ", but it is "
                        + lower(column.type()));
    }

    /**
     * No value is missing.
     *
     * @return this
     */
    public ColumnAssert hasNoMissing() {
        return never(actual::missing, "without missing values");
    }

    /**
     * So many values are missing.
     *
     * @param count how many
     * @return this
     */
    public ColumnAssert hasMissing(int count) {
        int[] missing = rows(actual::missing);
        return require(
                missing.length == count,
                () -> "Expected column '" + column.name() + "' to miss " + count + " values, but it misses "
                        + missing.length + where(missing));
    }

    /**
     * Every number that is not missing lies in a range.
     *
     * @param lowest the smallest number that passes
     * @param highest the largest number that passes
     * @return this
     */
    public ColumnAssert isBetween(double lowest, double highest) {
        NumericValues numbers = numbers();
        return never(
                row -> numbers.get(row) < lowest || numbers.get(row) > highest,
                "between " + lowest + " and " + highest);
    }

    /**
     * Every value that is not missing is one of these.
     *
     * @param names categories, or texts
     * @return this
     */
    public ColumnAssert hasOnly(String... names) {
        Set<String> allowed = Set.of(names);
        return never(
                row -> !actual.missing(row) && !allowed.contains(String.valueOf(actual.text(row))),
                "with no other values than " + Arrays.toString(names));
    }

    /**
     * The values are these, row by row, as a person would write them.
     *
     * @param texts one a row, null for a missing value
     * @return this
     */
    public ColumnAssert hasTexts(@Nullable String... texts) {
        @Nullable
        String[] found =
                IntStream.range(0, actual.size()).mapToObj(actual::text).toArray(String[]::new);
        return require(
                Arrays.equals(found, texts),
                () -> "Expected column '" + column.name() + "' to hold\n  " + Arrays.toString(texts)
                        + ", but it holds\n  " + Arrays.toString(found));
    }

    /**
     * The values are these, row by row and bit by bit.
     *
     * @param numbers one a row, NaN for a missing value
     * @return this
     */
    public ColumnAssert hasNumbers(double... numbers) {
        double[] found = numbers().toArray();
        return require(
                Arrays.equals(found, numbers),
                () -> "Expected column '" + column.name() + "' to hold\n  " + Arrays.toString(numbers)
                        + ", but it holds\n  " + Arrays.toString(found));
    }

    private NumericValues numbers() {
        require(
                actual instanceof NumericValues,
                () -> "Expected column '" + column.name() + "' to hold numbers, but it is " + lower(column.type()));
        return (NumericValues) actual;
    }

    private ColumnAssert never(IntPredicate wrong, String wanted) {
        int[] rows = rows(wrong);
        return require(
                rows.length == 0,
                () -> "Expected column '" + column.name() + "' " + wanted + ", but " + rows.length + " of "
                        + actual.size() + " rows are not so" + where(rows));
    }

    private int[] rows(IntPredicate wanted) {
        return IntStream.range(0, actual.size()).filter(wanted).toArray();
    }

    private String where(int[] rows) {
        StringBuilder text = new StringBuilder();
        for (int row : Arrays.copyOf(rows, Math.min(SHOWN, rows.length))) {
            text.append("\n  - row ").append(row).append(": ").append(Cells.show(Cells.at(actual, row)));
        }
        return text.toString();
    }

    private static String lower(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
