package io.mlops4j.data;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Percent;
import java.util.Arrays;

/** Rows drawn by chance. */
record RandomSplit(Percent training, long seedValue) implements SeededSplit {

    @Override
    public SeededSplit seed(long seed) {
        return new RandomSplit(training, seed);
    }

    @Override
    public Partition split(Dataset rows) {
        int[] order = new int[rows.size()];
        Arrays.setAll(order, row -> row);
        int count = Shares.of(training, order.length);
        new Shuffle(seedValue).draw(order, count);
        boolean[] chosen = new boolean[order.length];
        for (int i = 0; i < count; i++) {
            chosen[order[i]] = true;
        }
        return Parts.of(describe(), rows, chosen);
    }

    @Override
    public String describe() {
        return "random(" + Shares.describe(training) + ", seed " + seedValue + ")";
    }

    @Override
    public String toString() {
        return describe();
    }
}
