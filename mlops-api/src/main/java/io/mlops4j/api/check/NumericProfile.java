package io.mlops4j.api.check;

import java.util.List;

/**
 * What the numbers of a column look like. All but the counts are NaN when every value is missing; {@code deviation} is NaN
 * for fewer than two values, {@code skewness} and {@code kurtosis} are NaN when all values are equal.
 *
 * @param column the column
 * @param rows how many rows there are
 * @param missing how many values are missing
 * @param distinct how many different values there are
 * @param zeros how many values are 0
 * @param mean the arithmetic mean
 * @param deviation the standard deviation of the sample (divided by n − 1)
 * @param skewness the biased skewness, the third moment over the third power of the population's deviation
 * @param kurtosis the biased excess kurtosis, the fourth moment over the squared variance, less 3
 * @param min the smallest value
 * @param max the largest value
 * @param quantiles the values at {@link #LEVELS}, interpolated linearly (type 7 of Hyndman and Fan, 1996)
 * @param bins how the finite values fall into bins, frozen to compare later values with
 */
public record NumericProfile(
        String column,
        long rows,
        long missing,
        long distinct,
        long zeros,
        double mean,
        double deviation,
        double skewness,
        double kurtosis,
        double min,
        double max,
        List<Double> quantiles,
        NumericBins bins)
        implements ColumnProfile {

    /** The shares of rows at which {@link #quantiles()} are taken. */
    public static final List<Double> LEVELS =
            List.of(0.01, 0.05, 0.10, 0.20, 0.25, 0.30, 0.40, 0.50, 0.60, 0.70, 0.75, 0.80, 0.90, 0.95, 0.99);

    /** Copies the list. */
    public NumericProfile {
        quantiles = List.copyOf(quantiles);
        if (quantiles.size() != LEVELS.size()) {
            throw new IllegalArgumentException(
                    "There are " + LEVELS.size() + " quantiles, not " + quantiles.size() + ".");
        }
        if (bins.total() > rows - missing) {
            throw new IllegalArgumentException("The bins of column '" + column + "' hold " + bins.total()
                    + " values, but only " + (rows - missing) + " are present.");
        }
    }

    /**
     * The quantile at one of the {@link #LEVELS}.
     *
     * @param level the share of rows below it
     * @return the value
     */
    public double quantile(double level) {
        int at = LEVELS.indexOf(level);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "A profile holds the quantiles at " + LEVELS + ", not at " + level + ".");
        }
        return quantiles.get(at);
    }
}
