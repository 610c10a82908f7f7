package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.predict.Scorer;
import io.mlops4j.api.predict.SingleScorer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that answers, until it is closed. Safe for use by many threads, without locks.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class ModelPredictor<I, Y extends Prediction> implements Predictor<I, Y> {

    private final String name;
    private final @Nullable Classes classes;
    private final Class<Y> type;
    private final int outputs;
    private final List<String> extra;
    private final OpenScorer scorer = new OpenScorer();
    private volatile @Nullable RowModel<I> model;

    ModelPredictor(String name, RowModel<I> model, Optional<Classes> classes, Class<Y> type) {
        this.name = name;
        this.model = model;
        this.outputs = model.outputs();
        this.extra = List.copyOf(model.extraColumns());
        this.classes = classes.orElse(null);
        this.type = type;
    }

    @Override
    public Y predict(I row) {
        RowModel<I> open = open();
        if (classes == null) {
            return type.cast(new Regression(open.score(row)));
        }
        double[] probabilities = new double[outputs];
        open.score(row, probabilities);
        return type.cast(Classification.wrap(classes, probabilities));
    }

    @Override
    public Scorer<I> scorer() {
        open();
        return scorer;
    }

    @Override
    public SingleScorer<I> singleScorer() {
        if (!open().isSingle()) {
            throw new UnsupportedModelException(
                    "Model '" + name + "' gives " + outputs + " probabilities, not one number. Use scorer().");
        }
        return scorer;
    }

    @Override
    public List<InputCounts> counts() {
        return open().counts();
    }

    /**
     * Scores rows that are nobody's question, so that they do not enter the counts.
     *
     * @param rows rows with at least the columns that the model reads, by name
     * @param scores takes the numbers, row after row
     */
    public void scoreUncounted(Dataset rows, double[] scores) {
        open().scoreUncounted(rows, scores);
    }

    /**
     * The name in the bundle.
     *
     * @return the name of the pipeline that made the model
     */
    public String name() {
        return name;
    }

    /**
     * The columns of the reader that the model does not know; known of a closed predictor too.
     *
     * @return their names; they are ignored
     */
    public List<String> extraColumns() {
        return extra;
    }

    /**
     * The columns of the model that the reader does not have.
     *
     * @return their names; they are nullable, and missing in every row
     */
    public List<String> absentColumns() {
        return open().absentColumns();
    }

    /**
     * A new place to score rows at, for callers that look at the row afterwards. It outlives this predictor if the model is
     * nothing but memory.
     *
     * @return a place for one caller at a time
     */
    public Station<I> station() {
        return open().station();
    }

    /**
     * What can be looked at in a {@link #station()}.
     *
     * @return the columns that the model reads
     */
    public List<InputColumn> columns() {
        return open().columns();
    }

    /** Closes, but does not wait for the calls under way: the last of them releases what the model holds. */
    public void retire() {
        RowModel<I> open = take();
        if (open != null) {
            open.retire();
        }
    }

    @Override
    public void close() {
        RowModel<I> open = take();
        if (open != null) {
            open.close();
        }
    }

    private @Nullable RowModel<I> take() {
        synchronized (scorer) {
            RowModel<I> open = model;
            model = null;
            return open;
        }
    }

    private RowModel<I> open() {
        RowModel<I> open = model;
        if (open == null) {
            throw new ModelClosedException("The predictor of model '" + name + "' is closed. Open a new one.");
        }
        return open;
    }

    /** Scores as long as the predictor is open. */
    private final class OpenScorer implements SingleScorer<I> {

        @Override
        public int outputs() {
            return outputs;
        }

        @Override
        public double score(I row) {
            return open().score(row);
        }

        @Override
        public void score(I row, double[] scores) {
            open().score(row, scores);
        }

        @Override
        public void score(Dataset rows, double[] scores) {
            open().score(rows, scores);
        }

        @Override
        public String plan() {
            return open().plan();
        }
    }
}
