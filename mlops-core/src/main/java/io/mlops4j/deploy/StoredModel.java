package io.mlops4j.deploy;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Scorer;
import io.mlops4j.api.predict.SingleScorer;
import io.mlops4j.predict.ModelClosedException;

/**
 * One version of a model, out of a {@link ModelStore}. It holds no memory of the model: if the store let go of the model to
 * make room, the next call loads it again, so whoever has one may keep it as long as the store is open. Immutable and safe for
 * use by many threads.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class StoredModel<I, Y extends Prediction> {

    private final ModelCache.Key key;
    private final ModelCache<I, Y> cache;
    private final StoredScorer scorer = new StoredScorer();

    StoredModel(ModelCache.Key key, ModelCache<I, Y> cache) {
        this.key = key;
        this.cache = cache;
    }

    ModelCache.Key key() {
        return key;
    }

    /**
     * Which model it is.
     *
     * @return its name in the registry
     */
    public String model() {
        return key.model();
    }

    /**
     * Which version it is.
     *
     * @return its number
     */
    public int version() {
        return key.version();
    }

    /**
     * Predicts one row.
     *
     * @param row the row
     * @return the answer, never null and never with a NaN
     * @throws io.mlops4j.api.error.InvalidDataException if the row has a value that the model's schema or a policy refuses
     * @throws io.mlops4j.api.error.PredictionFailedException if the model gives something else than finite numbers
     * @throws io.mlops4j.api.error.MlopsException if it has to be loaded again, and cannot
     */
    public Y predict(I row) {
        while (true) {
            try {
                return cache.predictor(key).predict(row);
            } catch (ModelClosedException e) {
                cache.requireOpen(); // it had to make room on the way: once more
            }
        }
    }

    /**
     * The same version as bare numbers.
     *
     * @return the scorer, always the same one; valid as long as the store is open
     */
    public Scorer<I> scorer() {
        return scorer;
    }

    /**
     * The same version as one number.
     *
     * @return the scorer, always the same one; valid as long as the store is open
     * @throws io.mlops4j.api.error.UnsupportedModelException if the model has more than two classes
     */
    public SingleScorer<I> singleScorer() {
        cache.predictor(key).singleScorer();
        return scorer;
    }

    @Override
    public String toString() {
        return key.toString();
    }

    private final class StoredScorer implements SingleScorer<I> {

        @Override
        public int outputs() {
            return cache.predictor(key).scorer().outputs();
        }

        @Override
        public double score(I row) {
            while (true) {
                try {
                    return cache.predictor(key).singleScorer().score(row);
                } catch (ModelClosedException e) {
                    cache.requireOpen();
                }
            }
        }

        @Override
        public void score(I row, double[] scores) {
            while (true) {
                try {
                    cache.predictor(key).scorer().score(row, scores);
                    return;
                } catch (ModelClosedException e) {
                    cache.requireOpen();
                }
            }
        }

        @Override
        public void score(Dataset rows, double[] scores) {
            while (true) {
                try {
                    cache.predictor(key).scorer().score(rows, scores);
                    return;
                } catch (ModelClosedException e) {
                    cache.requireOpen();
                }
            }
        }

        @Override
        public String plan() {
            return cache.predictor(key).scorer().plan();
        }
    }
}
