package io.mlops4j.drift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrects p-values for how many there are, so that few of those called significant are not. */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * Adjusts p-values (Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", 1995): those at most α keep the
     * expected share of false ones among them at α.
     *
     * @param pValues the p-values; NaN takes no part and stays NaN
     * @return the adjusted ones in the same order
     */
    public static double[] adjust(double[] pValues) {
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        int[] largestFirst = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double smallest = 1;
        for (int i = 0; i < largestFirst.length; i++) {
            int rank = largestFirst.length - i;
            smallest = Math.min(smallest, pValues[largestFirst[i]] * ((double) largestFirst.length / rank));
            adjusted[largestFirst[i]] = smallest;
        }
        return adjusted;
    }
}
