package io.mlops4j.data;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Schema;

/** Rows drawn by chance, whole groups if there are any. */
record RandomSplit(Percent training, long seedValue) implements SeededSplit {

    @Override
    public SeededSplit seed(long seed) {
        return new RandomSplit(training, seed);
    }

    @Override
    public void check(Schema schema) {
        Groups.column("random()", schema);
    }

    @Override
    public Partition split(Dataset rows) {
        boolean[] chosen = Groups.of(describe(), rows).draw(new Shuffle(seedValue), Shares.of(training, rows.size()));
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
