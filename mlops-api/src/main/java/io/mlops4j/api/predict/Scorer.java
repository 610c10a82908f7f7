package io.mlops4j.api.predict;

import io.mlops4j.api.data.Dataset;

/**
 * The bare numbers of a model, without an answer object. Safe for use by many threads, without locks.
 *
 * @param <I> the type of a row
 */
public interface Scorer<I> {

    /**
     * How many numbers a row gives.
     *
     * @return one a class for a classification, in the order of the classes; 1 for a regression
     */
    int outputs();

    /**
     * Scores one row.
     *
     * @param row the row
     * @param scores takes {@link #outputs()} numbers from index 0
     * @throws io.mlops4j.api.error.InvalidDataException if the row has a value that the model's schema or a policy refuses
     * @throws io.mlops4j.api.error.PredictionFailedException if the model gives something else than finite numbers
     */
    void score(I row, double[] scores);

    /**
     * Scores many rows.
     *
     * @param rows rows with at least the columns that the model reads, by name
     * @param scores takes {@link #outputs()} numbers a row, row after row
     * @throws io.mlops4j.api.error.SchemaException if a column is not there or has another type
     * @throws io.mlops4j.api.error.InvalidDataException if a row has a value that the model's schema or a policy refuses
     * @throws io.mlops4j.api.error.PredictionFailedException if the model gives something else than finite numbers
     */
    void score(Dataset rows, double[] scores);

    /**
     * How the model is evaluated, for people.
     *
     * @return for example {@code mask table: 100 trees, 11 columns, 423 KB}
     */
    String plan();
}
