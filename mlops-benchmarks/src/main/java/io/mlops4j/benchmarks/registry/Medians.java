package io.mlops4j.benchmarks.registry;

import java.util.Arrays;

/** The middle of what was measured, which a busy moment does not move. */
final class Medians {

    private Medians() {}

    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
