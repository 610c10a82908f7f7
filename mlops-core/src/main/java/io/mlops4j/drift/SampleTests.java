package io.mlops4j.drift;

import io.mlops4j.api.monitor.DriftTest.Result;
import java.util.Arrays;

/** Two-sample tests on numbers. NaN is left out; where a test cannot be made, its result is NaN. */
public final class SampleTests {

    private static final double TWELFTH = 1 / 12.0;

    private SampleTests() {}

    /**
     * Welch's t test of equal means, without assuming equal variances.
     *
     * @param reference values of one sample, at least two
     * @param current values of the other, at least two
     * @return t, positive if the reference's mean is larger, and the two-sided p-value
     */
    public static Result welch(double[] reference, double[] current) {
        Moments a = Moments.of(reference);
        Moments b = Moments.of(current);
        double left = a.variance() / a.count;
        double right = b.variance() / b.count;
        double t = (a.mean - b.mean) / Math.sqrt(left + right);
        double degrees =
                (left + right) * (left + right) / (left * left / (a.count - 1) + right * right / (b.count - 1));
        return new Result(t, Tails.student(t, degrees));
    }

    /**
     * Student's t test of equal means, for equal variances.
     *
     * @param reference values of one sample
     * @param current values of the other; at least three in both together
     * @return t, positive if the reference's mean is larger, and the two-sided p-value
     */
    public static Result student(double[] reference, double[] current) {
        Moments a = Moments.of(reference);
        Moments b = Moments.of(current);
        int degrees = a.count + b.count - 2;
        double pooled = (a.squares + b.squares) / degrees;
        double t = (a.mean - b.mean) / Math.sqrt(pooled * (1.0 / a.count + 1.0 / b.count));
        return new Result(t, Tails.student(t, degrees));
    }

    /**
     * Levene's test of equal variances, by distances from the median (Brown and Forsythe, 1974).
     *
     * @param reference values of one sample
     * @param current values of the other
     * @return W and its p-value
     */
    public static Result levene(double[] reference, double[] current) {
        Moments a = Moments.of(fromMedian(reference));
        Moments b = Moments.of(fromMedian(current));
        int degrees = a.count + b.count - 2;
        double mean = (a.mean * a.count + b.mean * b.count) / (a.count + b.count);
        double between = a.count * (a.mean - mean) * (a.mean - mean) + b.count * (b.mean - mean) * (b.mean - mean);
        double w = degrees * between / (a.squares + b.squares);
        return new Result(w, Tails.fisher(w, 1, degrees));
    }

    /**
     * The rank sum test of Mann, Whitney and Wilcoxon, by the normal approximation with corrections for ties and continuity.
     *
     * @param reference values of one sample
     * @param current values of the other
     * @return U of the reference, and the two-sided p-value
     */
    public static Result mannWhitney(double[] reference, double[] current) {
        double[] a = Sample.sorted(reference);
        double[] b = Sample.sorted(current);
        double all = (double) a.length + b.length;
        double pairs = (double) a.length * b.length;
        double u = 0;
        double ties = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            double value = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
            int fromA = i;
            int fromB = j;
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            u += (i - fromA) * (fromB + (j - fromB) / 2.0);
            double tied = (double) (i - fromA) + (j - fromB);
            ties += tied * tied * tied - tied;
        }
        double deviation = Math.sqrt(pairs * TWELFTH * (all + 1 - ties / (all * (all - 1))));
        double z = (Math.max(u, pairs - u) - pairs / 2 - 0.5) / deviation;
        return new Result(pairs == 0 ? Double.NaN : u, z <= 0 ? 1 : Tails.normal(z));
    }

    private static double[] fromMedian(double[] values) {
        double[] sorted = Sample.sorted(values);
        double median = Sample.median(sorted);
        return Arrays.stream(sorted).map(value -> Math.abs(value - median)).toArray();
    }

    private record Moments(int count, double mean, double squares) {

        static Moments of(double[] values) {
            double[] present = Sample.sorted(values);
            double mean = Sample.mean(present);
            return new Moments(present.length, mean, Sample.squares(present, mean));
        }

        double variance() {
            return squares / (count - 1);
        }
    }
}
