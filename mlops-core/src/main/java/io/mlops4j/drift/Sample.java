package io.mlops4j.drift;

import java.util.Arrays;

/** The values of a sample that are there, and what is often asked of them. */
final class Sample {

    private Sample() {}

    /** The values that are not missing, in rising order. */
    static double[] sorted(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0) // −0.0 + 0.0 is 0.0
                .sorted()
                .toArray();
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The sum of the squared distances from a point. */
    static double squares(double[] values, double from) {
        double sum = 0;
        for (double value : values) {
            sum += (value - from) * (value - from);
        }
        return sum;
    }

    static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
