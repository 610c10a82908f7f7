package io.mlops4j.data;

import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Split;

/**
 * The ways of dividing rows into a training and a test part. All of them keep the order of the rows within each part, and give
 * the same parts for the same rows on every Java version.
 */
public final class Splits {

    private Splits() {}

    /**
     * Rows drawn by chance. If one column has the role of a group, whole groups are drawn, until the rows for training are as
     * near to their share as whole groups let them be; a row without a group is refused.
     *
     * @param training how many of the rows are for training, rounded down
     * @return the split, with the seed 0
     */
    public static SeededSplit random(Percent training) {
        return new RandomSplit(training, 0);
    }

    /**
     * Rows drawn by chance within each class, so that both parts have the classes in the same shares. The class is the one
     * column of the data in the role of a target. Data with a group are refused: a group may have rows of several classes.
     *
     * @param training how many of the rows are for training, rounded down
     * @return the split, with the seed 0
     */
    public static SeededSplit stratified(Percent training) {
        return new StratifiedSplit(training, 0);
    }

    /**
     * All rows for training, and those of another source for the test. A pipeline treats both sources alike: it counts and
     * tells what rows they left out, and each has to meet the expectations.
     *
     * @param test gives the test rows; read with the columns of the training rows
     * @return the split
     */
    public static Split given(DataSource<?> test) {
        return new GivenSplit(test);
    }

    /**
     * Rows by what their key hashes to: a key is always on the same side, whatever other rows there are and in whatever order.
     * A group stays together if it is the key, or if all its rows have the same key.
     *
     * @param keyColumn the column that names whose row it is
     * @param training about how many of the keys are for training
     * @return the split
     */
    public static Split byHash(String keyColumn, Percent training) {
        return new HashSplit(keyColumn, training);
    }
}
