package io.mlops4j.evaluate;

/**
 * The SplitMix64 generator (Steele, Lea and Flood, 2014). It is our own, so that its numbers are the same on every Java
 * version for ever.
 */
final class SplitMix {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private SplitMix(long state) {
        this.state = state;
    }

    /** The generator of one of many streams, each of which starts where the seed and its number say. */
    static SplitMix stream(long seed, long number) {
        return new SplitMix(mix(seed + GOLDEN) ^ mix(number * GOLDEN + 1));
    }

    /** A number from 0 to below a bound, all but equally likely: the bias is below 2^-31. */
    int below(int bound) {
        state += GOLDEN;
        return (int) Math.multiplyHigh(mix(state) >>> 1, 2L * bound);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
