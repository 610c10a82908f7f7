package io.mlops4j.pipeline;

import io.mlops4j.api.data.Dataset;

/** Scores raw rows, however the model does it. */
interface BatchScorer extends AutoCloseable {

    /** One number a class, or 1 for a regression. */
    int outputs();

    /** Writes {@link #outputs()} numbers a row, row after row. */
    void score(Dataset rows, double[] scores);

    /** Lets go of the model. */
    @Override
    void close();
}
