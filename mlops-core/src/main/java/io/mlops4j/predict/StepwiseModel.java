package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.OpenModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that is not compiled: raw rows are checked, go through the steps one after the other, and are given to the model.
 */
public final class StepwiseModel {

    private final Schema input;
    private final InputCleaner cleaner;
    private final List<FittedPreprocessor> steps;
    private final OpenModel model;
    private final int outputs;

    /**
     * A model.
     *
     * @param input the columns of the raw rows
     * @param categories for each input column the categories of the training rows, empty if it is not categorical
     * @param steps the fitted preparation, in order
     * @param classes the classes, or empty for a regression
     * @param model answers prepared rows; stays the caller's
     */
    public StepwiseModel(
            Schema input,
            List<Dictionary> categories,
            List<FittedPreprocessor> steps,
            Optional<Classes> classes,
            OpenModel model) {
        this.input = input;
        this.cleaner = new InputCleaner(input, categories);
        this.steps = List.copyOf(steps);
        this.outputs = classes.map(Classes::size).orElse(1);
        this.model = model;
    }

    /**
     * How many numbers a row gives.
     *
     * @return one a class, or 1 for a regression
     */
    public int outputs() {
        return outputs;
    }

    /**
     * Scores rows in their order, so that a step sees the rows before a row if it needs them.
     *
     * @param rows rows with at least the columns of the input; the steps are given the others too
     * @param scores takes {@link #outputs()} numbers a row, row after row
     * @throws io.mlops4j.api.error.SchemaException if a column is not there or has another type
     * @throws io.mlops4j.api.error.InvalidDataException if a row has a value that the input schema or a policy refuses
     */
    public void score(Dataset rows, double[] scores) {
        Dataset clean = clean(rows, List.of(), new InputTally(columns()), 0);
        Dataset all = rows;
        for (Column column : input.columns()) {
            all = all.with(column, clean.values(column.name()));
        }
        double[] computed = compute(all);
        System.arraycopy(computed, 0, scores, 0, computed.length);
    }

    List<InputColumn> columns() {
        return cleaner.columns();
    }

    /** How many steps there are, for people. */
    String describe() {
        return steps.size() == 1 ? "1 step" : steps.size() + " steps";
    }

    Dataset clean(Dataset rows, List<String> absent, InputTally counted, int firstRow) {
        return cleaner.clean(rows, absent, new InputGuard(counted), firstRow);
    }

    double[] compute(Dataset clean) {
        Dataset prepared = clean;
        for (FittedPreprocessor step : steps) {
            prepared = step.transform(prepared);
        }
        double[] scores = score(prepared);
        if (scores == null) {
            throw new PredictionFailedException(
                    "The reference model gave null. Its format does not keep its word.", null);
        }
        if (scores.length != clean.size() * outputs) {
            throw new UnsupportedModelException("The reference model gave " + scores.length + " numbers for "
                    + clean.size() + " rows with " + outputs + " outputs each. Its format does not fit the bundle.");
        }
        for (double score : scores) {
            if (!(Math.abs(score) <= Double.MAX_VALUE)) {
                throw new PredictionFailedException(
                        "The reference model gives " + score + ", not a finite number. Check the row's values.", null);
            }
        }
        return scores;
    }

    /** What the model gives, which may be null, whatever it promises. */
    private double @Nullable [] score(Dataset prepared) {
        return model.score(prepared);
    }
}
