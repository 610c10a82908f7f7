package io.mlops4j.api.evaluate;

import io.mlops4j.api.predict.Prediction;

/**
 * What a model said of some rows beside what was true. Immutable.
 *
 * @param <Y> the kind of answer
 */
public sealed interface Outcomes<Y extends Prediction> permits ClassificationOutcomes, RegressionOutcomes {

    /**
     * How many rows there are.
     *
     * @return at least 0
     */
    int size();

    /**
     * How much a row counts.
     *
     * @param row the row, from 0
     * @return 1 unless the rows have weights
     */
    double weight(int row);

    /**
     * A selection of rows.
     *
     * @param rows which rows; a row may come several times
     * @return their outcomes
     */
    Outcomes<Y> select(int[] rows);
}
