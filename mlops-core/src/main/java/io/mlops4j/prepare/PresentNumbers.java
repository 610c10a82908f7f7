package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.InvalidDataException;
import java.util.Arrays;

/** The numbers of a column that are there, at least one, and what is to be known of them. */
final class PresentNumbers {

    private final double[] values;
    private final double least;
    private final double greatest;

    PresentNumbers(double[] values) {
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        this.values = values;
        this.least = min;
        this.greatest = max;
    }

    static PresentNumbers of(Column column, Values values, String step) {
        NumericValues numbers = (NumericValues) values;
        double[] present = new double[numbers.size()];
        int size = 0;
        for (int row = 0; row < present.length; row++) {
            double value = numbers.get(row);
            if (Double.isInfinite(value)) {
                throw new InvalidDataException("Column '" + column.name() + "' has an infinite number in training row "
                        + row + " (from 0), from which " + step
                        + " cannot learn. Make it missing, or a finite number.");
            }
            if (!Double.isNaN(value)) {
                present[size++] = value;
            }
        }
        if (size == 0) {
            throw nothingIn(column, values, step);
        }
        return new PresentNumbers(Arrays.copyOf(present, size));
    }

    static InvalidDataException nothingIn(Column column, Values values, String step) {
        return new InvalidDataException(
                "Column '" + column.name() + "' is missing in all of the " + values.size() + " training rows, so "
                        + step + " can learn nothing from it. Leave the column out, or impute a constant first.");
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    /** The mean; of equal numbers exactly that number. */
    double mean() {
        int exponent = exponent();
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(Math.scalb(value, -exponent));
        }
        double mean = Math.scalb(sum.total() / values.length, exponent);
        return Math.max(least, Math.min(greatest, mean));
    }

    /** The standard deviation of the population; of equal numbers exactly 0. */
    double deviation() {
        int exponent = exponent();
        double mean = Math.scalb(mean(), -exponent);
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum rest = new CompensatedSum();
        for (double value : values) {
            double difference = Math.scalb(value, -exponent) - mean;
            squares.add(difference * difference);
            rest.add(difference);
        }
        // the mean is rounded: what is left of it would count as spread
        double variance = (squares.total() - rest.total() * rest.total() / values.length) / values.length;
        return Math.scalb(Math.sqrt(Math.max(0, variance)), exponent);
    }

    /** Scaling by a power of two is exact, and keeps sums and squares of huge and of tiny numbers within range. */
    private int exponent() {
        return Math.getExponent(Math.max(Math.abs(least), Math.abs(greatest)));
    }

    /** Interpolates between the two nearest numbers (Hyndman and Fan's type 7). */
    double quantile(double share) {
        double[] sorted = sorted();
        double position = (sorted.length - 1) * share;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double weight = position - below;
        double low = sorted[below];
        double high = sorted[above];
        // not low + weight * (high - low), whose difference may be beyond the range
        return low == high ? low : low * (1 - weight) + high * weight;
    }

    /** The number that comes most often; of several the least. */
    double mostFrequent() {
        double[] sorted = sorted();
        double best = sorted[0];
        int most = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (run > most) {
                most = run;
                best = sorted[i];
            }
        }
        return best;
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
