package io.mlops4j.data;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.error.InvalidDataException;

/** The two parts of a split. */
final class Parts {

    private Parts() {}

    /** Views of the rows that are for training and of the others, both in the order of the source. */
    static Partition of(String split, Dataset rows, boolean[] training) {
        int count = 0;
        for (boolean chosen : training) {
            count += chosen ? 1 : 0;
        }
        int[] trainingRows = new int[count];
        int[] testRows = new int[training.length - count];
        int train = 0;
        int test = 0;
        for (int row = 0; row < training.length; row++) {
            if (training[row]) {
                trainingRows[train++] = row;
            } else {
                testRows[test++] = row;
            }
        }
        return of(split, rows.rows(trainingRows), rows.rows(testRows));
    }

    static Partition of(String split, Dataset training, Dataset test) {
        if (training.size() == 0 || test.size() == 0) {
            throw new InvalidDataException(split + ": " + training.size() + " rows for training and " + test.size()
                    + " for the test, expected at least 1 each. Give more rows, or divide them otherwise.");
        }
        return new Partition(training, test);
    }
}
