package io.mlops4j.api.pipeline;

import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.train.Target;

/**
 * A pipeline that has a source, and now needs a target.
 *
 * @param <I> the type of a row
 */
public final class PipelineTarget<I> {

    private final String name;
    private final DataSource<I> source;

    PipelineTarget(String name, DataSource<I> source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Says what is to be predicted.
     *
     * @param target the target, which decides the kind of answer
     * @param <Y> the kind of answer
     * @return the next step of the declaration: checks, split, preparation, and the trainer
     */
    public <Y extends Prediction> PipelinePreparation<I, Y> target(Target<Y> target) {
        return new PipelinePreparation<>(new PipelineDraft<>(name, source, target));
    }
}
