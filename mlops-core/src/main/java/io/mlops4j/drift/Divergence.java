package io.mlops4j.drift;

import java.util.Arrays;

/** How far two distributions over the same bins lie apart. Shares are counts over their sum; NaN if a sample is empty. */
public final class Divergence {

    /** What an empty bin counts as at least in an index that would be infinite otherwise. */
    public static final double FLOOR = 1e-4;

    private Divergence() {}

    /**
     * The population stability index, Σ (q − p) · ln(q / p), also known as Jeffreys' divergence; shares are at least a floor
     * and are not made to add up to 1 again.
     *
     * @param reference counts that give the shares p
     * @param current counts that give the shares q
     * @param floor what a smaller share is taken for, more than 0
     * @return the index, at least 0
     */
    public static double psi(long[] reference, long[] current, double floor) {
        return sum(reference, current, (p, q) -> {
            double expected = Math.max(p, floor);
            double found = Math.max(q, floor);
            return (found - expected) * Math.log(found / expected);
        });
    }

    /**
     * The divergence of Kullback and Leibler, Σ p · ln(p / q).
     *
     * @param first counts that give the shares p
     * @param second counts that give the shares q
     * @return the divergence in nats; infinity if a bin is empty in the second sample only
     */
    public static double kullbackLeibler(long[] first, long[] second) {
        return sum(first, second, (p, q) -> p == 0 ? 0 : p * Math.log(p / q));
    }

    /**
     * The same with a floor under the shares, as it is for the population stability index.
     *
     * @param first counts that give the shares p
     * @param second counts that give the shares q
     * @param floor what a smaller share is taken for, more than 0
     * @return the divergence in nats
     */
    public static double kullbackLeibler(long[] first, long[] second, double floor) {
        return sum(first, second, (p, q) -> Math.max(p, floor) * Math.log(Math.max(p, floor) / Math.max(q, floor)));
    }

    /**
     * The divergence of Jensen and Shannon: the mean divergence of both from their middle.
     *
     * @param reference counts of one sample
     * @param current counts of the other
     * @return the divergence in nats, from 0 to ln 2; its root is a metric
     */
    public static double jensenShannon(long[] reference, long[] current) {
        return sum(reference, current, (p, q) -> {
            double middle = (p + q) / 2;
            return ((p == 0 ? 0 : p * Math.log(p / middle)) + (q == 0 ? 0 : q * Math.log(q / middle))) / 2;
        });
    }

    /**
     * Hellinger's distance, √(Σ (√p − √q)² / 2).
     *
     * @param reference counts of one sample
     * @param current counts of the other
     * @return the distance, from 0 to 1
     */
    public static double hellinger(long[] reference, long[] current) {
        return Math.sqrt(sum(reference, current, (p, q) -> {
                    double difference = Math.sqrt(p) - Math.sqrt(q);
                    return difference * difference;
                })
                / 2);
    }

    /**
     * The total variation, Σ |p − q| / 2.
     *
     * @param reference counts of one sample
     * @param current counts of the other
     * @return the distance, from 0 to 1
     */
    public static double totalVariation(long[] reference, long[] current) {
        return sum(reference, current, (p, q) -> Math.abs(p - q)) / 2;
    }

    /**
     * The largest difference of the shares in one bin.
     *
     * @param reference counts of one sample
     * @param current counts of the other
     * @return the distance, from 0 to 1
     */
    public static double lInfinity(long[] reference, long[] current) {
        double references = Arrays.stream(reference).sum();
        double currents = Arrays.stream(current).sum();
        double largest = references == 0 || currents == 0 ? Double.NaN : 0;
        for (int i = 0; i < reference.length; i++) {
            largest = Math.max(largest, Math.abs(reference[i] / references - current[i] / currents));
        }
        return largest;
    }

    private interface Term {
        double of(double p, double q);
    }

    private static double sum(long[] first, long[] second, Term term) {
        double firsts = Arrays.stream(first).sum();
        double seconds = Arrays.stream(second).sum();
        double sum = firsts == 0 || seconds == 0 ? Double.NaN : 0;
        for (int i = 0; i < first.length; i++) {
            sum += term.of(first[i] / firsts, second[i] / seconds);
        }
        return sum;
    }
}
