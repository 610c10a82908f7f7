package io.mlops4j.data;

/**
 * Chance that is the same on every Java version: the SplitMix64 generator, and Fisher and Yates's way of drawing without
 * putting back.
 */
final class Shuffle {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Shuffle(long seed) {
        this.state = seed;
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to below the bound; what the remainder favours is less than one draw in 2^32. */
    int nextInt(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /** Moves a random choice of so many elements to the front. */
    void draw(int[] elements, int count) {
        for (int i = 0; i < count; i++) {
            int from = i + nextInt(elements.length - i);
            int drawn = elements[from];
            elements[from] = elements[i];
            elements[i] = drawn;
        }
    }
}
