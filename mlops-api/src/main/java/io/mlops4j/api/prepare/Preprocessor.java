package io.mlops4j.api.prepare;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;

/**
 * A step of the preparation that has not seen data yet. A value: the same step can be fitted many times.
 */
public interface Preprocessor {

    /**
     * What the step is called in messages, the lineage and the bundle.
     *
     * @return for example {@code one_hot}; the same for every step of this kind
     */
    String name();

    /**
     * The columns that the step will give, known before any data are read.
     *
     * @param input the columns that it gets
     * @return the columns that the fitted step gives
     * @throws io.mlops4j.api.error.SchemaException if the step cannot work on these columns
     */
    Schema outputSchema(Schema input);

    /**
     * Learns from training rows.
     *
     * @param training the training part only, with at least one row
     * @return the learned step, and the training rows that the next step gets
     * @throws io.mlops4j.api.error.InvalidDataException if nothing can be learned from these rows
     */
    Fit fit(Dataset training);
}
