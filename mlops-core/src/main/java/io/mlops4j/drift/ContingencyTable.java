package io.mlops4j.drift;

import java.util.Arrays;

/** Statistics of a table with two rows of counts. */
public final class ContingencyTable {

    private ContingencyTable() {}

    /**
     * Pearson's statistic of homogeneity. Bins that are empty in both samples count for nothing.
     *
     * @param reference how many values of one sample fell into each bin
     * @param current how many of the other
     * @return the statistic, 0 if all values share a bin, NaN if a sample is empty
     */
    public static double chiSquare(long[] reference, long[] current) {
        double references = Arrays.stream(reference).sum();
        double currents = Arrays.stream(current).sum();
        if (references == 0 || currents == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double both = (double) reference[i] + current[i];
            if (both > 0) {
                double difference = reference[i] * currents - current[i] * references;
                sum += difference * difference / both;
            }
        }
        return sum / (references * currents);
    }
}
