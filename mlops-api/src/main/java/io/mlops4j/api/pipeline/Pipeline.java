package io.mlops4j.api.pipeline;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.evaluate.Criterion;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import java.util.List;
import java.util.Optional;

/**
 * The declaration of a model's way from data to verdict. A value: it owns nothing, and can be run many times.
 *
 * <p>Registry, deployment and monitor come after the run; they take its bundle, not the pipeline.
 *
 * @param <I> the type of a row at prediction time
 * @param <Y> the kind of answer
 */
public final class Pipeline<I, Y extends Prediction> {

    private final String name;
    private final DataSource<I> source;
    private final Schema schema;
    private final Schema prepared;
    private final Target<Y> target;
    private final List<Expectation> expectations;
    private final Optional<Split> split;
    private final List<Preprocessor> preprocessors;
    private final Trainer<? super Y> trainer;
    private final List<Metric<Y>> metrics;
    private final List<String> slices;
    private final List<Criterion<Y>> criteria;

    Pipeline(PipelineDraft<I, Y> draft, Schema schema, Schema prepared) {
        this.name = draft.name;
        this.source = draft.source;
        this.schema = schema;
        this.prepared = prepared;
        this.target = draft.target;
        this.expectations = List.copyOf(draft.expectations);
        this.split = Optional.ofNullable(draft.split);
        this.preprocessors = List.copyOf(draft.preprocessors);
        this.trainer = java.util.Objects.requireNonNull(draft.trainer);
        this.metrics = List.copyOf(draft.metrics);
        this.slices = List.copyOf(draft.slices);
        this.criteria = List.copyOf(draft.criteria);
    }

    /**
     * Starts the declaration of a pipeline.
     *
     * @param name its name: letters, digits, dot, hyphen and underscore, at most 100, the first a letter or digit
     * @return the next step of the declaration: where the rows come from
     * @throws IllegalArgumentException if the name is not like that
     */
    public static PipelineSource named(String name) {
        return new PipelineSource(name);
    }

    /**
     * What it is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Where the rows come from.
     *
     * @return the source
     */
    public DataSource<I> source() {
        return source;
    }

    /**
     * All columns that are read from the source, in their roles.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * All columns after the preparation.
     *
     * @return the schema that the preparation promises
     */
    public Schema prepared() {
        return prepared;
    }

    /**
     * What is predicted.
     *
     * @return the target
     */
    public Target<Y> target() {
        return target;
    }

    /**
     * What must hold of the rows.
     *
     * @return the expectations; may be empty
     */
    public List<Expectation> expectations() {
        return expectations;
    }

    /**
     * How training and test rows are told apart.
     *
     * @return the split, or empty for the usual one
     */
    public Optional<Split> split() {
        return split;
    }

    /**
     * The preparation.
     *
     * @return the steps in order; may be empty
     */
    public List<Preprocessor> preprocessors() {
        return preprocessors;
    }

    /**
     * What learns.
     *
     * @return the trainer
     */
    public Trainer<? super Y> trainer() {
        return trainer;
    }

    /**
     * What is measured beyond what the criteria need.
     *
     * @return the metrics; empty for the usual ones
     */
    public List<Metric<Y>> metrics() {
        return metrics;
    }

    /**
     * The columns by whose values the evaluation is divided.
     *
     * @return the names; may be empty
     */
    public List<String> slices() {
        return slices;
    }

    /**
     * What the model has to reach.
     *
     * @return the criteria; empty means that nothing approves it
     */
    public List<Criterion<Y>> criteria() {
        return criteria;
    }

    @Override
    public String toString() {
        return "pipeline '" + name + "': " + source.name() + " → "
                + preprocessors.stream().map(Preprocessor::name).toList() + " → " + trainer.name();
    }
}
