package io.mlops4j.api.pipeline;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.Trainer;
import java.util.List;

/**
 * A pipeline that has a target. Everything here but the trainer may be left out.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class PipelinePreparation<I, Y extends Prediction> {

    private final PipelineDraft<I, Y> draft;

    PipelinePreparation(PipelineDraft<I, Y> draft) {
        this.draft = draft;
    }

    /**
     * Says how much each row counts, in training and evaluation. There is one weight at most.
     *
     * @param column a numeric column with numbers of at least 0; of the row type or of the source alone
     * @return this
     */
    public PipelinePreparation<I, Y> weight(String column) {
        return role(Column.of(column, ColumnType.NUMERIC).as(Role.WEIGHT));
    }

    /**
     * Names the rows. A key is never a feature.
     *
     * @param column a column of the row type or of the source alone
     * @return this
     */
    public PipelinePreparation<I, Y> key(String column) {
        return role(Column.of(column, ColumnType.CATEGORICAL).as(Role.KEY));
    }

    /**
     * Says which rows belong together: a split that draws by chance keeps them on the same side. A group is never a feature.
     *
     * @param column a column of the row type or of the source alone
     * @return this
     */
    public PipelinePreparation<I, Y> group(String column) {
        return role(Column.of(column, ColumnType.CATEGORICAL).as(Role.GROUP));
    }

    /**
     * Says when the rows happened. It is not a feature.
     *
     * @param column a timestamp column of the row type or of the source alone
     * @return this
     */
    public PipelinePreparation<I, Y> time(String column) {
        return role(Column.of(column, ColumnType.TIMESTAMP).as(Role.TIME));
    }

    /**
     * Leaves columns of the row type out of the model.
     *
     * @param columns their names
     * @return this
     */
    public PipelinePreparation<I, Y> ignore(String... columns) {
        for (String column : columns) {
            role(Column.of(column, ColumnType.CATEGORICAL).as(Role.IGNORED));
        }
        return this;
    }

    private PipelinePreparation<I, Y> role(Column column) {
        draft.roles.add(column);
        return this;
    }

    /**
     * Says what must hold of the rows before they are used: of those of the source, and of those of a source of test rows if the
     * split has one. Can be called several times.
     *
     * @param expectations all are examined, and all that are broken are told at once
     * @return this
     */
    public PipelinePreparation<I, Y> validate(Expectation... expectations) {
        draft.expectations.addAll(List.of(expectations));
        return this;
    }

    /**
     * Says how training and test rows are told apart. Left out, a fifth of the rows is for the test, chosen by chance with a
     * fixed seed, and with equal shares of each class; if there is a group, whole groups are chosen instead.
     *
     * @param split how
     * @return this
     */
    public PipelinePreparation<I, Y> split(Split split) {
        draft.split = split;
        return this;
    }

    /**
     * Adds steps to the preparation. Can be called several times.
     *
     * @param preprocessors the steps in order; each is fitted on training rows that went through those before it
     * @return this
     */
    public PipelinePreparation<I, Y> preprocess(Preprocessor... preprocessors) {
        draft.preprocessors.addAll(List.of(preprocessors));
        return this;
    }

    /**
     * Says what learns.
     *
     * @param trainer an algorithm that fits the target
     * @return the next step of the declaration: what is measured and demanded
     */
    public PipelineEvaluation<I, Y> train(Trainer<? super Y> trainer) {
        draft.trainer = trainer;
        return new PipelineEvaluation<>(draft);
    }
}
