package io.mlops4j.watch;

import org.HdrHistogram.Histogram;

/**
 * Bins of nanoseconds, 32 for each doubling: narrow enough for what a latency is good for, and one increment to record.
 */
final class LatencyBins {

    private static final int EACH_BITS = 5;
    private static final int EACH = 1 << EACH_BITS;
    private static final int LARGEST_BIT = 41;
    private static final long LARGEST = (1L << LARGEST_BIT) - 1;

    /** How many bins there are: those of half an hour end with the last. */
    static final int SIZE = EACH * (LARGEST_BIT - EACH_BITS + 1);

    private LatencyBins() {}

    /** The bin of a time; a negative one counts as none, one beyond half an hour as half an hour. */
    static int bin(long nanoseconds) {
        long inside = Math.max(0, Math.min(LARGEST, nanoseconds));
        int doublings = Math.max(0, Long.SIZE - 1 - EACH_BITS - Long.numberOfLeadingZeros(inside | 1));
        return (doublings << EACH_BITS) + (int) (inside >>> doublings);
    }

    /** The middle of a bin. */
    static long middle(int bin) {
        int doublings = Math.max(0, (bin >>> EACH_BITS) - 1);
        long from = (long) (bin - (doublings << EACH_BITS)) << doublings;
        return from + ((1L << doublings) >> 1);
    }

    /** The counts of bins as a histogram. */
    static Histogram histogram(long[] values, int from) {
        Histogram histogram = Counts.emptyLatency();
        for (int bin = 0; bin < SIZE; bin++) {
            if (values[from + bin] > 0) {
                histogram.recordValueWithCount(middle(bin), values[from + bin]);
            }
        }
        return histogram;
    }
}
