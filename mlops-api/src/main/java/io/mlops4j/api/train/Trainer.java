package io.mlops4j.api.train;

import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Prediction;
import java.util.Map;

/**
 * An algorithm with its hyperparameters. A value: it can train many times, and gives the same model for the same rows.
 *
 * @param <Y> the kind of answer that its models give
 */
public interface Trainer<Y extends Prediction> {

    /**
     * What the algorithm is called in messages and the lineage.
     *
     * @return for example {@code tribuo.xgboost}
     */
    String name();

    /**
     * The hyperparameters, the seed among them, as JSON values. They go into the bundle.
     *
     * @return every parameter that can change the model, defaults too, and none that cannot
     */
    Map<String, Object> parameters();

    /**
     * Settings that change how long training takes but not what comes of it, such as a number of threads, as JSON values.
     * They are recorded with the run, not in the bundle, whose bytes must not depend on them.
     *
     * @return every such setting; none unless a trainer says so
     */
    default Map<String, Object> execution() {
        return Map.of();
    }

    /**
     * Checks that the algorithm can learn from such columns, before any data are read.
     *
     * @param prepared the columns that the preparation will give
     * @param target what is to be predicted
     * @throws io.mlops4j.api.error.SchemaException if a column is not encoded, or may be missing where that is not allowed
     */
    void check(Schema prepared, Target<?> target);

    /**
     * Learns.
     *
     * @param rows what to learn from, with at least one row
     * @param progress is told how far it is
     * @return the model
     * @throws io.mlops4j.api.error.InvalidDataException if nothing can be learned from these rows
     */
    TrainedModel train(TrainingSet rows, Progress progress);
}
