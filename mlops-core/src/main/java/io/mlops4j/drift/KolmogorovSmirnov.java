package io.mlops4j.drift;

/**
 * The two-sample test of Kolmogorov and Smirnov: the largest distance of two empirical distribution functions.
 *
 * @param statistic the distance, from 0 to 1; NaN if a sample is empty
 * @param location the smallest value at which it is reached
 * @param sign 1 if the reference's function is above there, −1 if the other's is
 * @param references how many values the reference has, missing ones apart
 * @param currents how many the other has
 */
public record KolmogorovSmirnov(double statistic, double location, int sign, int references, int currents) {

    private static final double NEGLIGIBLE = 1e-18;

    /**
     * Compares two samples.
     *
     * @param reference values in any order; NaN is left out
     * @param current values in any order; NaN is left out
     * @return the distance
     */
    public static KolmogorovSmirnov of(double[] reference, double[] current) {
        double[] a = Sample.sorted(reference);
        double[] b = Sample.sorted(current);
        if (a.length == 0 || b.length == 0) {
            return new KolmogorovSmirnov(Double.NaN, Double.NaN, 1, a.length, b.length);
        }
        long above = 0;
        long below = 0;
        double aboveAt = Math.min(a[0], b[0]);
        double belowAt = aboveAt;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            double value = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            long difference = (long) i * b.length - (long) j * a.length; // exact, in units of 1 / (n m)
            if (difference > above) {
                above = difference;
                aboveAt = value;
            } else if (-difference > below) {
                below = -difference;
                belowAt = value;
            }
        }
        double distance = (double) Math.max(above, below) / ((double) a.length * b.length);
        return new KolmogorovSmirnov(
                distance, below > above ? belowAt : aboveAt, below > above ? -1 : 1, a.length, b.length);
    }

    /**
     * How probable so large a distance is for samples of one continuous distribution, counted over all ways in which the two
     * can be mixed. Takes time in proportion to the product of the sizes.
     *
     * @return the p-value; NaN if a sample is empty
     */
    public double exactP() {
        if (Double.isNaN(statistic)) {
            return Double.NaN;
        }
        long bound = Math.round(statistic * references * currents);
        // the share of the ways to a point that have been outside the bound: nothing is ever subtracted, so that even
        // the
        // smallest p-value has all its digits
        double[] outside = new double[currents + 1];
        for (int i = 0; i <= references; i++) {
            for (int j = 0; j <= currents; j++) {
                if (Math.abs((long) i * currents - (long) j * references) >= bound) {
                    outside[j] = 1;
                } else if (i + j > 0) {
                    double left = j == 0 ? 0 : outside[j - 1] * j;
                    outside[j] = (outside[j] * i + left) / (i + j);
                }
            }
        }
        return outside[currents];
    }

    /**
     * The same in the limit of large samples, by Kolmogorov's distribution at D · √(n m / (n + m)). For small samples it is
     * too large.
     *
     * @return the p-value; NaN if a sample is empty
     */
    public double limitP() {
        double lambda = statistic * Math.sqrt((double) references * currents / ((double) references + currents));
        if (!(lambda > 0)) {
            return Double.isNaN(lambda) ? Double.NaN : 1;
        }
        return lambda < 1 ? 1 - smallLambda(lambda) : largeLambda(lambda);
    }

    /** 2 Σ (−1)^(k−1) exp(−2 k² λ²), which converges fast where the p-value is small. */
    private static double largeLambda(double lambda) {
        double sum = 0;
        double first = Math.exp(-2 * lambda * lambda);
        for (int k = 1; ; k++) {
            double term = Math.exp(-2.0 * k * k * lambda * lambda);
            sum += k % 2 == 1 ? term : -term;
            if (term <= first * NEGLIGIBLE) {
                return 2 * sum;
            }
        }
    }

    /** √(2π)/λ Σ exp(−(2k−1)² π² / (8 λ²)), the same function, which converges fast where the other does not. */
    private static double smallLambda(double lambda) {
        double sum = 0;
        for (int k = 1; ; k += 2) {
            double term = Math.exp(-k * k * Math.PI * Math.PI / (8 * lambda * lambda));
            sum += term;
            if (term <= sum * NEGLIGIBLE) {
                return Math.sqrt(2 * Math.PI) / lambda * sum;
            }
        }
    }
}
