package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.List;
import java.util.Optional;

/**
 * A fitted preparation and a model, fused over primitive arrays. Immutable and safe for use by many threads.
 *
 * <p>A row alone and the same row in a batch give the same bits.
 */
public final class CompiledModel {

    private final Schema input;
    private final List<InputColumn> columns;
    private final Plan plan;
    private final Answer answer;

    private CompiledModel(Schema input, List<InputColumn> columns, Plan plan, Answer answer) {
        this.input = input;
        this.columns = columns;
        this.plan = plan;
        this.answer = answer;
    }

    /**
     * Whether a preparation can be compiled. One that cannot is evaluated {@linkplain StepwiseModel step by step}.
     *
     * @param steps the fitted preparation
     * @return whether every step works on a row alone and says what it does to each column
     */
    public static boolean takes(List<? extends FittedPreprocessor> steps) {
        return PreparationCompiler.takes(steps);
    }

    /**
     * Compiles a model.
     *
     * @param input the columns of the raw rows
     * @param categories for each input column the categories of the training rows, empty if it is not categorical
     * @param steps the fitted preparation, in order
     * @param space the features after the preparation
     * @param form the model
     * @param classes the classes, or empty for a regression
     * @return the compiled model
     * @throws io.mlops4j.api.error.UnsupportedModelException if the preparation {@linkplain #takes cannot be compiled}, or the
     *     parts do not belong together
     */
    public static CompiledModel compile(
            Schema input,
            List<Dictionary> categories,
            List<? extends FittedPreprocessor> steps,
            FeatureSpace space,
            ModelForm form,
            Optional<Classes> classes) {
        return compile(input, categories, steps, space, form, classes, TreePlans.TABLE_LIMIT);
    }

    static CompiledModel compile(
            Schema input,
            List<Dictionary> categories,
            List<? extends FittedPreprocessor> steps,
            FeatureSpace space,
            ModelForm form,
            Optional<Classes> classes,
            long tableLimit) {
        Preparation preparation = new PreparationCompiler(input, categories).compile(steps, space);
        preparation.requireFeatures(form.features());
        Plan plan = form instanceof LinearModel linear
                ? new LinearPlan(preparation, linear)
                : TreePlans.choose(preparation, (TreeEnsemble) form, tableLimit);
        return new CompiledModel(input, preparation.inputs(), plan, Answer.of(form, classes));
    }

    /**
     * Scores raw rows.
     *
     * @param rows rows with at least the columns that the model reads, by name
     * @param scores takes {@link #outputs()} numbers a row, row after row
     * @throws io.mlops4j.api.error.SchemaException if a column is not there or has another type
     * @throws io.mlops4j.api.error.InvalidDataException if a row has a value that the input schema or a policy refuses
     */
    public void score(Dataset rows, double[] scores) {
        score(rows, scores, new InputTally(columns));
    }

    void score(Dataset rows, double[] scores, InputTally tally) {
        if ((long) rows.size() * outputs() > scores.length) {
            throw new IllegalArgumentException(rows.size() + " rows with " + outputs() + " outputs each need "
                    + (long) rows.size() * outputs() + " places, not " + scores.length + ".");
        }
        BatchLoader loader = new BatchLoader(rows, columns);
        InputLayout layout = new InputLayout(loader.schema(), columns);
        InputRow row = new InputRow(layout, new InputGuard(tally));
        Workspace work = plan.workspaces(layout).get();
        for (int i = 0; i < rows.size(); i++) {
            loader.load(i, row);
            plan.margins(row, work);
            answer.write(work.margins, scores, i * outputs());
        }
    }

    /**
     * A scorer for rows of a type.
     *
     * @param reader reads them
     * @param <I> the type of a row
     * @return a new scorer, which counts for itself
     * @throws io.mlops4j.api.error.SchemaException if the reader's columns do not match the input, with every difference
     */
    public <I> BoundModel<I> bind(RowReader<I> reader) {
        return new BoundModel<>(this, reader, SchemaMatch.of(input, reader.schema()));
    }

    /**
     * How many numbers a row gives.
     *
     * @return one a class, or 1 for a regression
     */
    public int outputs() {
        return answer.outputs();
    }

    /**
     * How the model is evaluated, for people.
     *
     * @return the plan that was chosen
     */
    public String plan() {
        return plan.describe();
    }

    List<InputColumn> columns() {
        return columns;
    }

    Plan evaluation() {
        return plan;
    }

    Answer answer() {
        return answer;
    }
}
