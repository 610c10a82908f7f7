package io.mlops4j.testkit;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.error.InvalidDataException;
import java.util.stream.IntStream;

/** A split as somebody writes it: each third row is for the test. */
class EveryThird implements Split {

    @Override
    public Partition split(Dataset rows) {
        if (rows.size() < 3) {
            throw new InvalidDataException(describe() + ": " + rows.size() + " rows are too few, it needs three.");
        }
        int[] training =
                IntStream.range(0, rows.size()).filter(row -> row % 3 != 2).toArray();
        int[] test = IntStream.range(0, rows.size()).filter(row -> row % 3 == 2).toArray();
        return new Partition(rows.rows(training), rows.rows(test));
    }

    @Override
    public String describe() {
        return "every third row";
    }
}
