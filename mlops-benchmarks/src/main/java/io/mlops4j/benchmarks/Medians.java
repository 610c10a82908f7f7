package io.mlops4j.benchmarks;

import java.util.Arrays;

/** What stands in the middle: a neighbour on the machine that slows down a few of the values does not move it, as it would a mean. */
public final class Medians {

    private Medians() {}

    /**
     * The median; of an even number of values the mean of the two in the middle.
     *
     * @param values at least one, in any order
     * @return what stands in the middle
     */
    public static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
