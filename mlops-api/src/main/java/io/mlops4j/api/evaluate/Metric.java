package io.mlops4j.api.evaluate;

import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.train.Target;

/**
 * Measures how good a model is. Pure and safe for use by many threads.
 *
 * @param <Y> the kind of answer that it measures
 */
public interface Metric<Y extends Prediction> {

    /**
     * What it measures.
     *
     * @return the key, always the same
     */
    MetricKey key();

    /**
     * Which values are better.
     *
     * @return the direction
     */
    Direction direction();

    /**
     * Checks that it fits a target, as far as that is known before any data are read.
     *
     * @param target what is predicted
     * @throws io.mlops4j.api.error.SchemaException if it does not
     */
    default void check(Target<?> target) {}

    /**
     * Measures.
     *
     * @param outcomes what was said beside what was true
     * @return the number, NaN where the metric is not defined
     * @throws io.mlops4j.api.error.InvalidDataException if it is about a class that there is not
     */
    double compute(Outcomes<Y> outcomes);

    /**
     * Demands at least so much.
     *
     * @param threshold the smallest value that passes
     * @return the criterion
     */
    default Criterion<Y> atLeast(double threshold) {
        return new Criterion<>(this, new Condition.AtLeast(threshold));
    }

    /**
     * Demands at most so much.
     *
     * @param threshold the largest value that passes
     * @return the criterion
     */
    default Criterion<Y> atMost(double threshold) {
        return new Criterion<>(this, new Condition.AtMost(threshold));
    }

    /**
     * Demands that the model is not worse than the one that is live now, on the same rows. Without one it always passes.
     *
     * @return the criterion
     */
    default Criterion<Y> noWorseThanChampion() {
        return noWorseThanChampion(0);
    }

    /**
     * Demands that the model is hardly worse than the one that is live now, on the same rows. Without one it always passes.
     *
     * @param tolerance by how much it may be worse, in the unit of the metric; at least 0
     * @return the criterion
     */
    default Criterion<Y> noWorseThanChampion(double tolerance) {
        return new Criterion<>(this, new Condition.NoWorseThanChampion(tolerance));
    }
}
