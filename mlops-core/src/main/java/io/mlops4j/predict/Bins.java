package io.mlops4j.predict;

import java.util.Arrays;

/**
 * The thresholds of a feature, and between which of them a number lies: the bin. Missing numbers have the last one.
 *
 * <p>The leading bits of a number's key choose a bucket; only the few thresholds in it are then searched, in a number of
 * steps that is the same for all, and without a branch that depends on the number.
 */
final class Bins {

    /** There are at most so many buckets for each threshold. */
    private static final int BUCKETS = 8;

    private final int count;
    /** Rising keys, padded with what no number reaches. */
    private final int[] cuts;

    private final int lowest;
    private final int highest;
    private final int shift;
    /** How many thresholds lie below each bucket. */
    private final int[] starts;
    /** The first step of the search in a bucket: half of a power of two that is more than its thresholds. */
    private final int firstStep;

    /**
     * Bins between thresholds.
     *
     * @param thresholds the keys of all thresholds, in any order; at least one
     */
    Bins(int[] thresholds) {
        int[] distinct = distinct(thresholds);
        count = distinct.length + 2;
        lowest = distinct[0];
        highest = distinct[distinct.length - 1];
        long span = (long) highest - lowest;
        int bits = 0;
        while (span >> bits >= (long) BUCKETS * distinct.length) {
            bits++;
        }
        shift = bits;
        starts = new int[(int) (span >> shift) + 1];
        int most = 1;
        int at = 0;
        for (int bucket = 0; bucket < starts.length; bucket++) {
            starts[bucket] = at;
            while (at < distinct.length && (((long) distinct[at] - lowest) >> shift) == bucket) {
                at++;
            }
            most = Math.max(most, at - starts[bucket]);
        }
        // in the last bucket the key of a missing number counts like one more threshold
        most = Math.max(most, at - starts[starts.length - 1] + 1);
        firstStep = Integer.highestOneBit(most);
        cuts = Arrays.copyOf(distinct, distinct.length + 2 * firstStep);
        cuts[distinct.length] = FloatOrder.MISSING_HIGH;
        Arrays.fill(cuts, distinct.length + 1, cuts.length, Integer.MAX_VALUE);
    }

    /** The different ones, rising. Sorted, not hashed: whoever writes a model file could make all of them collide. */
    private static int[] distinct(int[] thresholds) {
        int[] sorted = thresholds.clone();
        Arrays.sort(sorted);
        int size = 1;
        for (int threshold : sorted) {
            if (threshold != sorted[size - 1]) {
                sorted[size++] = threshold;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** How many bins there are: one more than thresholds, and the one for missing numbers. */
    int count() {
        return count;
    }

    /** The bin that only missing numbers have. */
    int missing() {
        return count - 1;
    }

    /** The bin of a number, NaN for a missing one. */
    int find(float number) {
        return find(Float.isNaN(number) ? FloatOrder.MISSING_HIGH : FloatOrder.key(number));
    }

    /** How many thresholds are at most a key. */
    int find(int key) {
        int inside = Math.max(lowest, Math.min(highest, key));
        int at = starts[(int) (((long) inside - lowest) >> shift)];
        for (int step = firstStep; step > 0; step >>= 1) {
            at += step & (int) (((long) cuts[at + step - 1] - key - 1) >> 63);
        }
        return at;
    }
}
