package io.mlops4j.evaluate;

/**
 * Numbers in falling order, each with another number that travels along, such as the weight of its row. Of equal numbers
 * the one that came first stays first.
 *
 * <p>A radix sort: eleven bits a pass, and a pass in which all agree is left out. It takes time in proportion to the rows,
 * and moving the companion along is cheaper than looking it up afterwards.
 */
final class Ranked {

    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int PASSES = 6;

    private final double[] numbers;
    private final double[] companions;

    private Ranked(double[] numbers, double[] companions) {
        this.numbers = numbers;
        this.companions = companions;
    }

    /** Sorts copies of the arrays; no number may be NaN, and the two zeros are equal. */
    static Ranked of(double[] numbers, double[] companions) {
        int rows = numbers.length;
        long[] keys = new long[rows];
        int[][] counts = new int[PASSES][BUCKETS];
        for (int row = 0; row < rows; row++) {
            long key = key(numbers[row]);
            keys[row] = key;
            for (int pass = 0; pass < PASSES; pass++) {
                counts[pass][digit(key, pass)]++;
            }
        }
        double[] moved = companions.clone();
        long[] otherKeys = new long[rows];
        double[] otherMoved = new double[rows];
        for (int pass = 0; pass < PASSES; pass++) {
            int[] next = counts[pass];
            if (rows == 0 || next[digit(keys[0], pass)] == rows) {
                continue;
            }
            countsToStarts(next);
            for (int i = 0; i < rows; i++) {
                long key = keys[i];
                int to = next[digit(key, pass)]++;
                otherKeys[to] = key;
                otherMoved[to] = moved[i];
            }
            long[] swappedKeys = keys;
            keys = otherKeys;
            otherKeys = swappedKeys;
            double[] swappedMoved = moved;
            moved = otherMoved;
            otherMoved = swappedMoved;
        }
        double[] falling = new double[rows];
        for (int i = 0; i < rows; i++) {
            falling[i] = decoded(keys[i]);
        }
        return new Ranked(falling, moved);
    }

    int size() {
        return numbers.length;
    }

    double number(int place) {
        return numbers[place];
    }

    double companion(int place) {
        return companions[place];
    }

    /** Bits that, read as an unsigned number, fall as the number rises. */
    private static long key(double number) {
        long bits = Double.doubleToRawLongBits(number + 0.0); // −0.0 + 0.0 is 0.0
        return ~(bits ^ ((bits >> 63) | Long.MIN_VALUE));
    }

    private static double decoded(long key) {
        long flipped = ~key;
        return Double.longBitsToDouble(flipped ^ (~(flipped >> 63) | Long.MIN_VALUE));
    }

    private static int digit(long key, int pass) {
        return (int) (key >>> (pass * BITS)) & (BUCKETS - 1);
    }

    private static void countsToStarts(int[] counts) {
        int start = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            int count = counts[bucket];
            counts[bucket] = start;
            start += count;
        }
    }
}
