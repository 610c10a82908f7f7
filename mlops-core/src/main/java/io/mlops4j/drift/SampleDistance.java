package io.mlops4j.drift;

/** How far two samples of numbers lie apart. NaN is left out; without a value in one of them, the distance is NaN. */
public final class SampleDistance {

    private static final double SMALLEST_DEVIATION = 0.001;

    private SampleDistance() {}

    /**
     * Wasserstein's distance: the area between the two distribution functions, which is how far each value has to be moved on
     * average.
     *
     * @param reference values of one sample
     * @param current values of the other
     * @return the distance, in the unit of the values
     */
    public static double wasserstein(double[] reference, double[] current) {
        return area(reference, current, Math::abs);
    }

    /**
     * Wasserstein's distance in units of the reference's standard deviation (divided by n), which is taken for 0.001 if it is
     * smaller.
     *
     * @param reference values of one sample
     * @param current values of the other
     * @return the distance
     */
    public static double scaledWasserstein(double[] reference, double[] current) {
        double[] sorted = Sample.sorted(reference);
        double deviation = Math.sqrt(Sample.squares(sorted, Sample.mean(sorted)) / sorted.length);
        return wasserstein(reference, current) / Math.max(deviation, SMALLEST_DEVIATION);
    }

    /**
     * The energy distance, √(2 ∫ (F − G)²) (G. Székely and M. Rizzo, 2013).
     *
     * @param reference values of one sample
     * @param current values of the other
     * @return the distance
     */
    public static double energy(double[] reference, double[] current) {
        return Math.sqrt(2 * area(reference, current, difference -> difference * difference));
    }

    private interface Height {
        double of(double difference);
    }

    private static double area(double[] reference, double[] current, Height height) {
        double[] a = Sample.sorted(reference);
        double[] b = Sample.sorted(current);
        if (a.length == 0 || b.length == 0) {
            return Double.NaN;
        }
        double area = 0;
        double from = Math.min(a[0], b[0]);
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            double to = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
            area += height.of((double) i / a.length - (double) j / b.length) * (to - from);
            from = to;
            while (i < a.length && a[i] == to) {
                i++;
            }
            while (j < b.length && b[j] == to) {
                j++;
            }
        }
        return area;
    }
}
