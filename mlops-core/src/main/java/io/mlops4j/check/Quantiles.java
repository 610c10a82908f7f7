package io.mlops4j.check;

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
}
