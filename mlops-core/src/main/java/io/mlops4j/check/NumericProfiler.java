package io.mlops4j.check;

import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.data.NumericValues;
import java.util.Arrays;

/** Profiles numbers. Without a value all statistics are NaN; of constant ones there is no shape, which is NaN too. */
final class NumericProfiler {

    /** A spread so small beside the mean is nothing but rounding. */
    private static final double ROUNDING = 1e-15;

    private NumericProfiler() {}

    static NumericProfile of(String column, NumericValues values) {
        double[] present = Arrays.stream(values.toArray())
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0) // −0.0 + 0.0 is 0.0
                .toArray();
        double mean = mean(present);
        double second = moment(present, mean, 2);
        boolean shapeless = second <= (ROUNDING * mean) * (ROUNDING * mean);
        double[] sorted = present.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        return new NumericProfile(
                column,
                values.size(),
                values.size() - count,
                distinct(sorted),
                Arrays.stream(sorted).filter(value -> value == 0).count(),
                mean,
                Math.sqrt(second * count / (count - 1)),
                shapeless ? Double.NaN : moment(present, mean, 3) / (second * Math.sqrt(second)),
                shapeless ? Double.NaN : moment(present, mean, 4) / (second * second) - 3,
                Quantiles.ofSorted(sorted, 0),
                Quantiles.ofSorted(sorted, 1),
                NumericProfile.LEVELS.stream()
                        .map(level -> Quantiles.ofSorted(sorted, level))
                        .toList(),
                Binning.ofSorted(Arrays.stream(sorted).filter(Double::isFinite).toArray()));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The mean of a power of the distance from the mean. */
    private static double moment(double[] values, double mean, int power) {
        double sum = 0;
        for (double value : values) {
            double distance = value - mean;
            double square = distance * distance;
            sum += switch (power) {
                case 2 -> square;
                case 3 -> square * distance;
                default -> square * square;
            };
        }
        return sum / values.length;
    }

    private static long distinct(double[] sorted) {
        long distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return distinct;
    }
}
