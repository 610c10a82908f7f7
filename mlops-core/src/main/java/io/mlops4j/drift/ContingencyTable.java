package io.mlops4j.drift;

import io.mlops4j.api.monitor.DriftTest.Result;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Statistics of a table with two rows of counts, one a sample. Bins that are empty in both count for nothing; where a sample is
 * empty, the results are NaN.
 */
public final class ContingencyTable {

    private ContingencyTable() {}

    /**
     * Pearson's test of homogeneity, without a correction.
     *
     * @param reference how many values of one sample fell into each bin
     * @param current how many of the other
     * @return the statistic, and its p-value by the chi-square distribution, 1 if all values share a bin
     */
    public static Result chiSquareTest(long[] reference, long[] current) {
        return result(chiSquare(reference, current), bins(reference, current));
    }

    static double chiSquare(long[] reference, long[] current) {
        double references = sum(reference);
        double currents = sum(current);
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

    /**
     * The likelihood-ratio test of homogeneity.
     *
     * @param reference how many values of one sample fell into each bin
     * @param current how many of the other
     * @return G, and its p-value by the chi-square distribution, 1 if all values share a bin
     */
    public static Result likelihoodRatioTest(long[] reference, long[] current) {
        double references = sum(reference);
        double currents = sum(current);
        double sum = references == 0 || currents == 0 ? Double.NaN : 0;
        for (int i = 0; i < reference.length; i++) {
            double both = (double) reference[i] + current[i];
            double share = both / (references + currents);
            sum += likelihood(reference[i], references * share) + likelihood(current[i], currents * share);
        }
        return result(2 * sum, bins(reference, current));
    }

    private static double likelihood(long found, double expected) {
        return found == 0 ? 0 : found * Math.log(found / expected);
    }

    /**
     * Whether one sample comes from the shares of the other, which are taken for the truth and not for a sample. Finds
     * differences too often unless the reference is much the larger.
     *
     * @param reference how many values of the reference fell into each bin
     * @param current how many of the sample
     * @return the statistic, infinite if the sample has values where the reference has none, and its p-value, NaN for one
     *     bin
     */
    public static Result goodnessOfFit(long[] reference, long[] current) {
        double scale = sum(current) / sum(reference);
        double sum = sum(reference) == 0 || sum(current) == 0 ? Double.NaN : 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] + current[i] > 0) {
                double expected = reference[i] * scale;
                sum += (current[i] - expected) * (current[i] - expected) / expected;
            }
        }
        int bins = bins(reference, current);
        return new Result(sum, bins < 2 ? Double.NaN : Tails.chiSquare(sum, bins - 1));
    }

    /**
     * The two-sided exact test of Fisher on two bins: the probability of all tables that are no more probable.
     *
     * @param reference how many values of one sample fell into each of two bins
     * @param current how many of the other
     * @return the odds ratio and the p-value
     */
    public static Result fisherTest(long[] reference, long[] current) {
        if (reference.length != 2 || current.length != 2) {
            throw new IllegalArgumentException("Fisher's test is for two bins, not for " + reference.length + ".");
        }
        long marked = reference[0] + current[0];
        long drawn = reference[0] + reference[1];
        long all = drawn + current[0] + current[1];
        double found = Tails.hypergeometricAt(reference[0], drawn, marked, all);
        double p = 0;
        for (long k = Math.max(0, drawn + marked - all); k <= Math.min(drawn, marked); k++) {
            double probability = Tails.hypergeometricAt(k, drawn, marked, all);
            p += probability <= found * (1 + 1e-7) ? probability : 0; // equal ones differ by rounding
        }
        double odds = (double) reference[0] * current[1] / ((double) reference[1] * current[0]);
        return new Result(odds, Math.min(1, p));
    }

    /**
     * The z test of two proportions with a pooled variance: how often the first of two bins was hit.
     *
     * @param reference how many values of one sample fell into each of two bins
     * @param current how many of the other
     * @return z, positive if the reference's share is larger, and the two-sided p-value
     */
    public static Result proportionTest(long[] reference, long[] current) {
        if (reference.length != 2 || current.length != 2) {
            throw new IllegalArgumentException("Proportions are of two bins, not of " + reference.length + ".");
        }
        double statistic = Math.sqrt(chiSquare(reference, current));
        double difference = reference[0] / sum(reference) - current[0] / sum(current);
        return new Result(Math.copySign(statistic, difference), Tails.normal(statistic));
    }

    /**
     * Cramér's V: the size of the association between sample and bin.
     *
     * @param reference how many values of one sample fell into each bin
     * @param current how many of the other
     * @return from 0 to 1; NaN if all values share a bin
     */
    public static double cramersV(long[] reference, long[] current) {
        double all = sum(reference) + sum(current);
        int smaller = Math.min(1, bins(reference, current) - 1);
        return Math.sqrt(chiSquare(reference, current) / all / smaller);
    }

    /**
     * Cramér's V with its bias taken out (W. Bergsma, 2013).
     *
     * @param reference how many values of one sample fell into each bin
     * @param current how many of the other
     * @return from 0 to 1; NaN if all values share a bin
     */
    public static double unbiasedCramersV(long[] reference, long[] current) {
        double all = sum(reference) + sum(current);
        int bins = bins(reference, current);
        double phi = Math.max(0, chiSquare(reference, current) / all - (bins - 1) / (all - 1));
        double rows = 2 - 1 / (all - 1);
        double columns = bins - (bins - 1) * (bins - 1) / (all - 1);
        return Math.sqrt(phi / Math.min(rows - 1, columns - 1));
    }

    private static Result result(double statistic, int bins) {
        return new Result(statistic, bins < 2 && !Double.isNaN(statistic) ? 1 : Tails.chiSquare(statistic, bins - 1));
    }

    /** How many bins hold anything. */
    private static int bins(long[] reference, long[] current) {
        return (int) IntStream.range(0, reference.length)
                .filter(i -> reference[i] + current[i] > 0)
                .count();
    }

    private static double sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
