package io.mlops4j.api.train;

import io.mlops4j.api.data.Dataset;

/** A model opened in its own library: slow, and the oracle of the compiled scorer. */
public interface OpenModel extends AutoCloseable {

    /**
     * Scores prepared rows.
     *
     * @param prepared rows with the feature columns on which the model was trained
     * @return one number for each output of each row, row after row: probabilities of the classes in order, or values
     */
    double[] score(Dataset prepared);

    @Override
    void close();
}
