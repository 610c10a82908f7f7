package io.mlops4j.prepare;

import io.mlops4j.api.data.ColumnSelector;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.Preprocessor;

/**
 * Gives each category of a column a feature of its own, which a row has with the value 1 or does not have at all.
 *
 * <p>The column keeps its name, becomes sparse, and is never missing. Its features are called {@code column=category}, in the
 * order of the categories' code points; only what a training row has becomes a feature. {@code column=(missing)} and
 * {@code column=(other)} come after them; a real category of such a text, or one that begins with a backslash, is written with
 * a backslash before it. A missing value of which the training rows have none is absent.
 *
 * <p>Immutable: each method gives another step.
 */
public final class OneHot implements Preprocessor {

    static final String NAME = "one_hot";

    private final ColumnSelector columns;
    private final OneHotLearner options;

    private OneHot(ColumnSelector columns, OneHotLearner options) {
        this.columns = columns;
        this.options = options;
    }

    static OneHot of(ColumnSelector columns) {
        return new OneHot(columns, new OneHotLearner(Unseen.ABSENT, false, Integer.MAX_VALUE, 1));
    }

    /**
     * Says what becomes of a category that no training row had. Left out, it is absent.
     *
     * @param policy what becomes of it
     * @return a step that differs in nothing else
     */
    public OneHot unseen(Unseen policy) {
        return with(
                new OneHotLearner(policy, options.missingAbsent(), options.maxCategories(), options.minFrequency()));
    }

    /**
     * Leaves missing values without a feature. Left out, they have one of their own if a training row has one, however rare
     * they are.
     *
     * @return a step that differs in nothing else
     */
    public OneHot missingAbsent() {
        return with(new OneHotLearner(options.unseen(), true, options.maxCategories(), options.minFrequency()));
    }

    /**
     * Limits the features. What is left goes to {@code (other)}, which is not counted; of equally frequent categories those
     * first by code point stay.
     *
     * @param most how many of the most frequent categories keep a feature of their own, at least 1
     * @return a step that differs in nothing else
     */
    public OneHot maxCategories(int most) {
        requirePositive("maxCategories", most);
        return with(new OneHotLearner(options.unseen(), options.missingAbsent(), most, options.minFrequency()));
    }

    /**
     * Puts rare categories together in {@code (other)}.
     *
     * @param rows how many training rows a category needs for a feature of its own, at least 1
     * @return a step that differs in nothing else
     */
    public OneHot minFrequency(int rows) {
        requirePositive("minFrequency", rows);
        return with(new OneHotLearner(options.unseen(), options.missingAbsent(), options.maxCategories(), rows));
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + "() needs a number of at least 1, not " + value + ".");
        }
    }

    private OneHot with(OneHotLearner changed) {
        return new OneHot(columns, changed);
    }

    private ColumnwiseStep step() {
        return new ColumnwiseStep(NAME, columns, options);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema outputSchema(Schema input) {
        return step().outputSchema(input);
    }

    @Override
    public Fit fit(Dataset training) {
        return step().fit(training);
    }
}
