package io.mlops4j.api.train;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.predict.Prediction;
import java.util.List;

/**
 * What a model learns to predict. It decides the kind of answer, and so which trainers and metrics fit.
 *
 * @param <Y> the kind of answer
 */
public sealed interface Target<Y extends Prediction> permits CategoryTarget, NumberTarget {

    /**
     * The columns that hold the truth.
     *
     * @return at least one column, with the role {@link io.mlops4j.api.data.Role#TARGET}
     */
    List<Column> columns();

    /**
     * The kind of answer.
     *
     * @return its class
     */
    Class<Y> predictionType();

    /**
     * A class is to be predicted.
     *
     * @param column the column that holds it
     * @return the target, whose positive class is the second of two
     */
    static CategoryTarget category(String column) {
        return new CategoryTarget(column, java.util.Optional.empty());
    }

    /**
     * A number is to be predicted.
     *
     * @param column the column that holds it
     * @return the target
     */
    static NumberTarget number(String column) {
        return new NumberTarget(column);
    }
}
