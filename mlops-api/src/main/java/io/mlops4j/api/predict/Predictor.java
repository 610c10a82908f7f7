package io.mlops4j.api.predict;

import java.util.List;

/**
 * Answers questions about rows, inside this process. Safe for use by many threads, without locks.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public interface Predictor<I, Y extends Prediction> extends AutoCloseable {

    /**
     * Predicts one row.
     *
     * @param row the row
     * @return the answer, never null and never with a NaN
     * @throws io.mlops4j.api.error.InvalidDataException if the row has a value that the model's schema or a policy refuses
     * @throws io.mlops4j.api.error.PredictionFailedException if the model gives something else than finite numbers
     */
    Y predict(I row);

    /**
     * The same model as bare numbers.
     *
     * @return the scorer; valid as long as this predictor is open
     */
    Scorer<I> scorer();

    /**
     * The same model as one number.
     *
     * @return the scorer; valid as long as this predictor is open
     * @throws io.mlops4j.api.error.UnsupportedModelException if the model has more than two classes
     */
    SingleScorer<I> singleScorer();

    /**
     * What was met in the input since this predictor was made.
     *
     * @return one entry for each column that the model reads
     */
    List<InputCounts> counts();

    /** Releases what the model holds. Calls after it fail; closing twice is harmless. */
    @Override
    void close();
}
