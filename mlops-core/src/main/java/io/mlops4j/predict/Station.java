package io.mlops4j.predict;

/**
 * A place at which a model scores rows, one caller at a time, again and again; what it holds is made once. After
 * {@link #score} the row can be looked at as the model saw it, without reading it a second time.
 *
 * @param <I> the type of a row
 */
public interface Station<I> {

    /**
     * Takes a row in. What it throws is the row's fault, or its reader's.
     *
     * @param row the row
     * @throws io.mlops4j.api.error.InvalidDataException if a value cannot be held
     */
    void read(I row);

    /**
     * Scores the row that was read.
     *
     * @param scores takes one number an output, all finite
     * @throws io.mlops4j.api.error.InvalidDataException if a value is refused by the model's schema or by a policy
     * @throws io.mlops4j.api.error.PredictionFailedException if the model gives something else than finite numbers
     * @throws ModelClosedException if what the model needs was released
     */
    void score(double[] scores);

    /**
     * A number of the row that was scored.
     *
     * @param index which one, see {@link InputColumn#index()}
     * @return finite, or NaN if it is missing
     */
    double number(int index);

    /**
     * The category of the row that was scored.
     *
     * @param index which one, see {@link InputColumn#index()}
     * @return its code in the model's dictionary, {@link io.mlops4j.api.data.Dictionary#UNSEEN} or
     *     {@link io.mlops4j.api.data.Dictionary#MISSING}
     */
    int code(int index);
}
