package io.mlops4j.check;

import java.util.Arrays;

/** Quantiles by linear interpolation between the values next to them (type 7 of Hyndman and Fan, 1996). */
public final class Quantiles {

    private Quantiles() {}

    /**
     * A quantile.
     *
     * @param sorted the values in rising order, none of them NaN
     * @param level the share of values below it, from 0 to 1
     * @return the quantile, NaN if there is no value
     */
    public static double ofSorted(double[] sorted, double level) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = level * (sorted.length - 1);
        int below = (int) place;
        double share = place - below;
        double lower = sorted[below];
        double upper = share == 0 ? lower : sorted[below + 1];
        return lower == upper ? lower : lower + share * (upper - lower); // two infinities have no difference
    }

    /**
     * The edges of bins between quantiles: each once, and neither the smallest nor the largest value.
     *
     * @param sorted the values in rising order, finite
     * @param levels the shares of values below the edges, rising
     * @return the inner edges, rising
     */
    public static double[] edges(double[] sorted, double... levels) {
        return Arrays.stream(levels)
                .map(level -> ofSorted(sorted, level))
                .filter(edge -> edge > sorted[0] && edge < sorted[sorted.length - 1])
                .distinct()
                .toArray();
    }
}
