package io.mlops4j.prepare;

import io.mlops4j.api.data.ColumnSelector;
import io.mlops4j.api.data.Columns;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.prepare.Preprocessor;
import java.util.List;
import java.util.stream.Stream;

/** The built-in steps of the preparation. What holds for all of them is said in the description of this package. */
public final class Preprocessors {

    static final String IMPUTE = "impute";
    static final String STANDARDIZE = "standardize";
    static final String MIN_MAX = "min_max";
    static final String CLIP = "clip";
    static final String FUNCTION = "function";
    static final String MISSING_INDICATOR = "missing_indicator";

    private Preprocessors() {}

    /**
     * Puts something in the place of missing values. Afterwards the columns are never missing.
     *
     * @param columns columns that the imputation can work on
     * @param imputation what is put there
     * @return the step
     */
    public static Preprocessor impute(ColumnSelector columns, Imputation imputation) {
        return new ColumnwiseStep(IMPUTE, columns, imputation.learner());
    }

    /**
     * Puts something in the place of missing values of one column. Afterwards it is never missing.
     *
     * @param column a column that the imputation can work on
     * @param imputation what is put there
     * @return the step
     */
    public static Preprocessor impute(String column, Imputation imputation) {
        return impute(Columns.named(column), imputation);
    }

    /**
     * The median of the training rows, half-way between the middle two of an even number; for numeric columns.
     *
     * @return the imputation
     */
    public static Imputation median() {
        return Imputations.statistic("median()", numbers -> numbers.quantile(0.5));
    }

    /**
     * The mean of the training rows; for numeric columns.
     *
     * @return the imputation
     */
    public static Imputation mean() {
        return Imputations.statistic("mean()", PresentNumbers::mean);
    }

    /**
     * What most training rows have; if several are equally frequent, the least number or the first by code point. For
     * numeric, boolean and categorical columns.
     *
     * @return the imputation
     */
    public static Imputation mostFrequent() {
        return Imputations.mostFrequent();
    }

    /**
     * Always the same number; for numeric columns.
     *
     * @param value a finite number
     * @return the imputation
     */
    public static Imputation constant(double value) {
        return Imputations.constant(value);
    }

    /**
     * Always the same category, which need not be one of the training rows; for categorical columns.
     *
     * @param value the category
     * @return the imputation
     */
    public static Imputation constant(String value) {
        return Imputations.constant(value);
    }

    /**
     * Gives each category a feature of its own.
     *
     * @param columns categorical columns
     * @return the step, whose options can be changed
     */
    public static OneHot oneHot(ColumnSelector columns) {
        return OneHot.of(columns);
    }

    /**
     * Gives each category its place among the categories of the training rows, ordered by code point.
     *
     * @param columns categorical columns
     * @return the step, which refuses unseen categories unless told otherwise
     */
    public static Ordinal ordinal(ColumnSelector columns) {
        return Ordinal.of(columns, List.of());
    }

    /**
     * Gives each category its place in a declared order.
     *
     * @param column a categorical column
     * @param first the category that becomes 0
     * @param others the categories that become 1, 2 and so on
     * @return the step, which refuses other categories unless told otherwise
     */
    public static Ordinal ordinal(String column, String first, String... others) {
        return Ordinal.of(
                Columns.named(column),
                Stream.concat(Stream.of(first), Stream.of(others)).toList());
    }

    /**
     * Subtracts the mean and divides by the standard deviation of the population (of n, not of n − 1). A column whose
     * training rows are all equal is divided by 1. Missing numbers stay missing.
     *
     * @param columns numeric columns
     * @return the step
     */
    public static Preprocessor standardize(ColumnSelector columns) {
        return new ColumnwiseStep(STANDARDIZE, columns, new StandardizeLearner());
    }

    /**
     * Moves the least number of the training rows to 0 and the greatest to 1. Later ones may lie outside. A column whose
     * training rows are all equal is moved to 0 and not scaled. Missing numbers stay missing.
     *
     * @param columns numeric columns
     * @return the step
     */
    public static Preprocessor minMax(ColumnSelector columns) {
        return new ColumnwiseStep(MIN_MAX, columns, new MinMaxLearner());
    }

    /**
     * Puts the nearer limit in the place of numbers outside two limits. Missing numbers stay missing.
     *
     * @param columns numeric columns
     * @param low the least number that stays
     * @param high the greatest number that stays
     * @return the step
     */
    public static Preprocessor clip(ColumnSelector columns, double low, double high) {
        return new ColumnwiseStep(CLIP, columns, new ClipLearner(low, high));
    }

    /**
     * Puts the nearer limit in the place of numbers outside two quantiles of the training rows, which interpolate between
     * the nearest two numbers (type 7). Missing numbers stay missing.
     *
     * @param columns numeric columns
     * @param low the share of the training rows that lie below the lower limit
     * @param high the share of the training rows that lie below the upper limit
     * @return the step
     */
    public static Preprocessor clipQuantiles(ColumnSelector columns, Percent low, Percent high) {
        return new ColumnwiseStep(CLIP, columns, new ClipQuantilesLearner(low, high));
    }

    /**
     * Applies a function to numbers. Missing numbers stay missing; a result that is infinite, or not a number where the
     * column is never missing, is refused by an {@link io.mlops4j.api.error.InvalidDataException}.
     *
     * @param columns numeric columns
     * @param function the function, of which a bundle holds name and version only
     * @return the step
     */
    public static Preprocessor function(ColumnSelector columns, NamedFunction function) {
        return new ColumnwiseStep(FUNCTION, columns, new FunctionLearner(function));
    }

    /**
     * Adds a boolean column {@code <column>_missing} for each of the columns that may be missing. Belongs before the
     * imputation, after which nothing is missing.
     *
     * @param columns numeric, boolean, categorical or text columns, of which at least one may be missing
     * @return the step
     */
    public static Preprocessor missingIndicator(ColumnSelector columns) {
        return new ColumnwiseStep(MISSING_INDICATOR, new NullableOnly(columns), new MissingIndicatorLearner());
    }

    /**
     * Ends columns: what comes after this step does not see them.
     *
     * @param columns the names of features
     * @return the step
     */
    public static Preprocessor drop(String... columns) {
        return new Drop(List.of(columns));
    }
}
