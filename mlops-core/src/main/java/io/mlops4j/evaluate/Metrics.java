package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.CategoryTarget;
import io.mlops4j.api.train.NumberTarget;
import io.mlops4j.api.train.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The metrics in common use. Conventions are those of scikit-learn; a metric's name, class and averaging are the separate
 * fields of its key.
 *
 * <p>All of them weigh rows by {@link io.mlops4j.api.evaluate.Outcomes#weight}. All of them are NaN for no rows, for no
 * weight, and as soon as one probability or number is not finite; those of probabilities also if only classes were
 * predicted. More are found in {@link Rates}, {@link Ranking}, {@link Calibration}, {@link Deviances} and {@link Correlations}.
 */
public final class Metrics {

    private Metrics() {}

    /**
     * The share of rows whose class was predicted.
     *
     * @return the metric
     */
    public static Metric<Classification> accuracy() {
        return ClassMetric.overall("accuracy", Direction.HIGHER_IS_BETTER, Agreement::accuracy);
    }

    /**
     * The mean recall of the classes that occur.
     *
     * @return the metric
     */
    public static Metric<Classification> balancedAccuracy() {
        return ClassMetric.overall("balanced_accuracy", Direction.HIGHER_IS_BETTER, Agreement::balancedAccuracy);
    }

    /**
     * The share of what is predicted as a class that is of it; 0 if nothing is predicted so:
     * precision of one class.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> precision(String label) {
        return ClassMetric.ofClass(
                "precision",
                label,
                Direction.HIGHER_IS_BETTER,
                (outcomes, at) -> ClassCounts.of(outcomes, at).precision());
    }

    /**
     * The share of what is predicted as a class that is of it; 0 if nothing is predicted so:
     * precision, averaged over the classes.
     *
     * @param averaging how the classes become one number; not {@code NONE}
     * @return the metric
     */
    public static Metric<Classification> precision(Averaging averaging) {
        return ClassMetric.averaged(
                "precision",
                averaging,
                Direction.HIGHER_IS_BETTER,
                outcomes -> ClassAverage.of(outcomes, averaging, counts -> counts.precision()));
    }

    /**
     * The share of a class that is predicted as it; 0 if there is nothing of it:
     * recall of one class.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> recall(String label) {
        return ClassMetric.ofClass(
                "recall",
                label,
                Direction.HIGHER_IS_BETTER,
                (outcomes, at) -> ClassCounts.of(outcomes, at).recall());
    }

    /**
     * The share of a class that is predicted as it; 0 if there is nothing of it:
     * recall, averaged over the classes.
     *
     * @param averaging how the classes become one number; not {@code NONE}
     * @return the metric
     */
    public static Metric<Classification> recall(Averaging averaging) {
        return ClassMetric.averaged(
                "recall",
                averaging,
                Direction.HIGHER_IS_BETTER,
                outcomes -> ClassAverage.of(outcomes, averaging, counts -> counts.recall()));
    }

    /**
     * The harmonic mean of precision and recall; 0 if there is nothing to find and nothing predicted:
     * F1 of one class.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> f1(String label) {
        return ClassMetric.ofClass(
                "f1",
                label,
                Direction.HIGHER_IS_BETTER,
                (outcomes, at) -> ClassCounts.of(outcomes, at).fScore(1));
    }

    /**
     * The harmonic mean of precision and recall; 0 if there is nothing to find and nothing predicted:
     * F1, averaged over the classes.
     *
     * @param averaging how the classes become one number; not {@code NONE}
     * @return the metric
     */
    public static Metric<Classification> f1(Averaging averaging) {
        return ClassMetric.averaged(
                "f1",
                averaging,
                Direction.HIGHER_IS_BETTER,
                outcomes -> ClassAverage.of(outcomes, averaging, counts -> counts.fScore(1)));
    }

    /**
     * The correlation of truth and prediction over all classes; 0 if either has one class only.
     *
     * @return the metric
     */
    public static Metric<Classification> matthewsCorrelation() {
        return ClassMetric.overall("matthews_correlation", Direction.HIGHER_IS_BETTER, Agreement::matthewsCorrelation);
    }

    /**
     * Agreement beyond chance; NaN if truth and prediction are one and the same class throughout.
     *
     * @return the metric
     */
    public static Metric<Classification> cohenKappa() {
        return ClassMetric.overall(
                "cohen_kappa",
                Direction.HIGHER_IS_BETTER,
                outcomes -> Agreement.cohenKappa(outcomes, Disagreement.EQUAL));
    }

    /**
     * The area under the receiver operating characteristic, exact; NaN if there are rows of one kind only, for the positive class.
     *
     * @return the metric
     */
    public static Metric<Classification> rocAuc() {
        return ClassMetric.ofPositive(
                        "roc_auc",
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> RocArea.of(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The area under the receiver operating characteristic, exact; NaN if there are rows of one kind only, for one class against the rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> rocAuc(String label) {
        return ClassMetric.ofClass(
                        "roc_auc",
                        label,
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> RocArea.of(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The area under the receiver operating characteristic, each class against the rest; NaN if a class does not occur, except
     * for {@code MICRO}, which takes every class of every row as a row of its own.
     *
     * @param averaging how the classes become one number; not {@code NONE}
     * @return the metric
     */
    public static Metric<Classification> rocAuc(Averaging averaging) {
        return ClassMetric.averaged(
                        "roc_auc",
                        averaging,
                        Direction.HIGHER_IS_BETTER,
                        outcomes -> OneVersus.rest(outcomes, averaging, RocArea::of))
                .ofProbabilities();
    }

    /**
     * The mean precision over the rows of a class, taken by falling score; NaN if it does not occur, for the positive class.
     *
     * @return the metric
     */
    public static Metric<Classification> averagePrecision() {
        return ClassMetric.ofPositive(
                        "average_precision",
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> PrecisionRecall.average(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The mean precision over the rows of a class, taken by falling score; NaN if it does not occur, for one class against the rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> averagePrecision(String label) {
        return ClassMetric.ofClass(
                        "average_precision",
                        label,
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> PrecisionRecall.average(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The average precision, each class against the rest; NaN if a class does not occur, except for {@code MICRO}.
     *
     * @param averaging how the classes become one number; not {@code NONE}
     * @return the metric
     */
    public static Metric<Classification> averagePrecision(Averaging averaging) {
        return ClassMetric.averaged(
                        "average_precision",
                        averaging,
                        Direction.HIGHER_IS_BETTER,
                        outcomes -> OneVersus.rest(outcomes, averaging, PrecisionRecall::average))
                .ofProbabilities();
    }

    /**
     * The mean of −ln of the probability of what happened. Probabilities are clipped at 2.2e-16 from 0 and 1, and made to sum
     * to 1 in each row.
     *
     * @return the metric
     */
    public static Metric<Classification> logLoss() {
        return ClassMetric.overall("log_loss", Direction.LOWER_IS_BETTER, ProbabilityError::logLoss)
                .ofProbabilities();
    }

    /**
     * The mean squared distance of a probability from 0 or 1, for the positive class.
     *
     * @return the metric
     */
    public static Metric<Classification> brier() {
        return ClassMetric.ofPositive(
                        "brier", Direction.LOWER_IS_BETTER, (outcomes, at) -> ProbabilityError.brier(outcomes, at))
                .ofProbabilities();
    }

    /**
     * The mean squared distance of a probability from 0 or 1, for one class against the rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> brier(String label) {
        return ClassMetric.ofClass(
                        "brier",
                        label,
                        Direction.LOWER_IS_BETTER,
                        (outcomes, at) -> ProbabilityError.brier(outcomes, at))
                .ofProbabilities();
    }

    /**
     * The Brier score of all classes added up: twice as much as {@link #brier()} for two classes.
     *
     * @return the metric
     */
    public static Metric<Classification> brierMultiSum() {
        return ClassMetric.overall("brier_multi_sum", Direction.LOWER_IS_BETTER, ProbabilityError::brierSum)
                .ofProbabilities();
    }

    /**
     * The mean absolute error.
     *
     * @return the metric
     */
    public static Metric<Regression> mae() {
        return NumberMetric.error("mae", Residuals::absolute);
    }

    /**
     * The mean squared error.
     *
     * @return the metric
     */
    public static Metric<Regression> mse() {
        return NumberMetric.error("mse", Residuals::squared);
    }

    /**
     * The square root of the mean squared error, in the unit of the target.
     *
     * @return the metric
     */
    public static Metric<Regression> rmse() {
        return NumberMetric.error("rmse", outcomes -> Math.sqrt(Residuals.squared(outcomes)));
    }

    /**
     * The share of the squared spread of the truth that is explained; NaN for fewer than two rows. Where the truth is constant,
     * 1 if the model is perfect, else 0.
     *
     * @return the metric
     */
    public static Metric<Regression> r2() {
        return NumberMetric.score("r2", Explained::r2);
    }

    /**
     * As {@link #r2()}, but the mean error is forgiven.
     *
     * @return the metric
     */
    public static Metric<Regression> explainedVariance() {
        return NumberMetric.score("explained_variance", Explained::variance);
    }

    /**
     * The median absolute error; of rows of unequal weights, the smallest at which half of the weight is reached.
     *
     * @return the metric
     */
    public static Metric<Regression> medianAbsoluteError() {
        return NumberMetric.error(
                "median_absolute_error",
                outcomes -> WeightedMedian.of(outcomes, (truth, predicted) -> Math.abs(truth - predicted)));
    }

    /**
     * The largest absolute error among the rows that weigh anything.
     *
     * @return the metric
     */
    public static Metric<Regression> maxError() {
        return NumberMetric.error("max_error", Residuals::largest);
    }

    /**
     * The mean absolute error in proportion to the truth, as a share; huge where a truth is 0.
     *
     * @return the metric
     */
    public static Metric<Regression> mape() {
        return NumberMetric.error("mape", Residuals::relative);
    }

    /**
     * The usual metrics of a target: accuracy, log loss, macro F1, and ROC AUC if there is a positive class; or mean absolute
     * error, its squared brother and R².
     *
     * @param target what is predicted
     * @param classes the classes, or empty for a target of numbers, or while they are not known yet
     * @param <Y> the kind of answer
     * @return the metrics
     */
    @SuppressWarnings("unchecked") // the target's type decides what Y is
    public static <Y extends Prediction> List<Metric<Y>> usual(Target<Y> target, Optional<Classes> classes) {
        if (target instanceof NumberTarget) {
            return (List<Metric<Y>>) (List<?>) List.of(mae(), rmse(), r2());
        }
        List<Metric<Classification>> usual = new ArrayList<>(List.of(accuracy(), logLoss(), f1(Averaging.MACRO)));
        if (classes.flatMap(Classes::positive).isPresent() || hasPositive(target)) {
            usual.add(rocAuc());
        }
        return (List<Metric<Y>>) (List<?>) List.copyOf(usual);
    }

    private static boolean hasPositive(Target<?> target) {
        return target instanceof CategoryTarget category
                && category.positiveClass().isPresent();
    }
}
