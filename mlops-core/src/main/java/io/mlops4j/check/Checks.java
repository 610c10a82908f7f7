package io.mlops4j.check;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Severity;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The built-in expectations. Where a value is missing, only {@link #notNull} and {@link #missingAtMost} are broken by it.
 *
 * <p>A broken one stops the run; {@link Expectation#warnOnly()} makes it a warning.
 */
public final class Checks {

    private Checks() {}

    /**
     * Expects that no value is missing.
     *
     * @param columns at least one column, of any type
     * @return the expectation, broken by every row that misses one of them
     */
    public static Expectation notNull(String... columns) {
        return new NotNull(List.of(columns));
    }

    /**
     * Expects numbers within bounds.
     *
     * @param column a numeric column
     * @param low the smallest number that is allowed
     * @param high the largest number that is allowed
     * @return the expectation
     */
    public static Expectation between(String column, double low, double high) {
        return new WithinBounds(column, low, high, column + " between " + Bound.text(low) + " and " + Bound.text(high));
    }

    /**
     * Expects numbers of at least so much.
     *
     * @param column a numeric column
     * @param low the smallest number that is allowed
     * @return the expectation
     */
    public static Expectation atLeast(String column, double low) {
        return new WithinBounds(column, low, Double.POSITIVE_INFINITY, column + " at least " + Bound.text(low));
    }

    /**
     * Expects numbers of at most so much.
     *
     * @param column a numeric column
     * @param high the largest number that is allowed
     * @return the expectation
     */
    public static Expectation atMost(String column, double high) {
        return new WithinBounds(column, Double.NEGATIVE_INFINITY, high, column + " at most " + Bound.text(high));
    }

    /**
     * Expects numbers that are not infinite.
     *
     * @param column a numeric column
     * @return the expectation
     */
    public static Expectation finite(String column) {
        return new WithinBounds(column, -Double.MAX_VALUE, Double.MAX_VALUE, column + " finite");
    }

    /**
     * Expects one of some values.
     *
     * @param column a categorical or text column
     * @param values the values that are allowed, at least one
     * @return the expectation
     */
    public static Expectation oneOf(String column, String... values) {
        return new OneOf(column, List.of(values));
    }

    /**
     * Expects that few values are missing.
     *
     * @param column a column of any type
     * @param share the largest share of the rows that may miss it
     * @return the expectation
     */
    public static Expectation missingAtMost(String column, Percent share) {
        return new MissingAtMost(column, share);
    }

    /**
     * Expects that no value comes twice.
     *
     * @param column a column of any type
     * @return the expectation, broken by every row whose value an earlier row has
     */
    public static Expectation unique(String column) {
        return new Unique(column);
    }

    /**
     * Expects enough rows.
     *
     * @param rows the smallest number of rows that is enough
     * @return the expectation
     */
    public static Expectation rowsAtLeast(long rows) {
        return new RowsAtLeast(rows);
    }

    /**
     * Looks at data with all expectations, whether or not one is broken.
     *
     * @param expectations what must hold
     * @param rows the data
     * @return everything that is broken
     * @throws io.mlops4j.api.error.SchemaException if a column is not there, or of the wrong type
     */
    public static CheckReport examineAll(List<Expectation> expectations, Dataset rows) {
        List<Violation> stops = new ArrayList<>();
        List<Violation> warnings = new ArrayList<>();
        for (Expectation expectation : expectations) {
            expectation.check(rows.schema());
            Optional<Violation> broken = expectation.examine(rows);
            broken.ifPresent((expectation.severity() == Severity.STOP ? stops : warnings)::add);
        }
        return new CheckReport(stops, warnings);
    }
}
