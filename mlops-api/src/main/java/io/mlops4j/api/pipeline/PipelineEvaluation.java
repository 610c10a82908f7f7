package io.mlops4j.api.pipeline;

import io.mlops4j.api.evaluate.Criterion;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Prediction;
import java.util.Collections;

/**
 * A pipeline that has a trainer, and can be built.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class PipelineEvaluation<I, Y extends Prediction> {

    private final PipelineDraft<I, Y> draft;

    PipelineEvaluation(PipelineDraft<I, Y> draft) {
        this.draft = draft;
    }

    /**
     * Says what is measured on the test rows. Can be called several times. What the criteria need is measured anyway; left
     * out altogether, the usual metrics of the target are.
     *
     * @param metrics metrics that fit the target
     * @return this
     */
    @SafeVarargs
    public final PipelineEvaluation<I, Y> evaluate(Metric<Y>... metrics) {
        for (Metric<Y> metric : metrics) {
            draft.metrics.add(metric);
        }
        return this;
    }

    /**
     * Measures every part of the test rows too.
     *
     * @param columns categorical or boolean columns of the source, by whose values the rows are divided
     * @return this
     */
    public PipelineEvaluation<I, Y> slicedBy(String... columns) {
        Collections.addAll(draft.slices, columns);
        return this;
    }

    /**
     * Says what the model has to reach. Can be called several times. Without any criterion nothing approves the model.
     *
     * @param criteria all of them have to be met
     * @return this
     */
    @SafeVarargs
    public final PipelineEvaluation<I, Y> require(Criterion<Y>... criteria) {
        for (Criterion<Y> criterion : criteria) {
            draft.criteria.add(criterion);
        }
        return this;
    }

    /**
     * Checks the whole declaration by letting the schema flow through it. No data are read.
     *
     * @return the pipeline
     * @throws io.mlops4j.api.error.InvalidPipelineException if it cannot work, naming the stage
     */
    public Pipeline<I, Y> build() {
        return PipelineCheck.build(draft);
    }
}
