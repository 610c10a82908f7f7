package io.mlops4j.api.predict;

/**
 * A scorer of a model that gives one number: the probability of the positive class of two, or the value of a regression.
 *
 * @param <I> the type of a row
 */
public interface SingleScorer<I> extends Scorer<I> {

    /**
     * Scores one row. Makes no object.
     *
     * @param row the row
     * @return the probability of the positive class, or the value
     * @throws io.mlops4j.api.error.InvalidDataException if the row has a value that the model's schema or a policy refuses
     * @throws io.mlops4j.api.error.PredictionFailedException if the model gives something else than finite numbers
     */
    double score(I row);
}
