package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Classification;

/** Further metrics of predicted classes, whatever their probabilities. The conventions of {@link Metrics} hold. */
public final class Rates {

    private Rates() {}

    /**
     * The share of rows whose class was not predicted; for one class a row the same as the Hamming loss.
     *
     * @return the metric
     */
    public static Metric<Classification> zeroOneLoss() {
        return ClassMetric.overall(
                "zero_one_loss", Direction.LOWER_IS_BETTER, outcomes -> 1 - Agreement.accuracy(outcomes));
    }

    /**
     * The mean of precision and recall of one class that counts recall {@code beta} times as much.
     *
     * @param beta above 0
     * @param label the class
     * @return the metric, called {@code f2} or {@code f0_5}
     */
    public static Metric<Classification> fScore(double beta, String label) {
        return ClassMetric.ofClass(
                fName(beta),
                label,
                Direction.HIGHER_IS_BETTER,
                (outcomes, at) -> ClassCounts.of(outcomes, at).fScore(beta));
    }

    /**
     * The mean of precision and recall that counts recall {@code beta} times as much, averaged over the classes.
     *
     * @param beta above 0
     * @param averaging how the classes become one number; not {@code NONE}
     * @return the metric, called {@code f2} or {@code f0_5}
     */
    public static Metric<Classification> fScore(double beta, Averaging averaging) {
        return ClassMetric.averaged(
                fName(beta),
                averaging,
                Direction.HIGHER_IS_BETTER,
                outcomes -> ClassAverage.of(outcomes, averaging, counts -> counts.fScore(beta)));
    }

    /**
     * What is both of a class and predicted so, over what is either; 0 if there is neither:
     * Jaccard index of one class.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> jaccard(String label) {
        return ClassMetric.ofClass(
                "jaccard",
                label,
                Direction.HIGHER_IS_BETTER,
                (outcomes, at) -> ClassCounts.of(outcomes, at).jaccard());
    }

    /**
     * What is both of a class and predicted so, over what is either; 0 if there is neither:
     * Jaccard index, averaged over the classes.
     *
     * @param averaging how the classes become one number; not {@code NONE}
     * @return the metric
     */
    public static Metric<Classification> jaccard(Averaging averaging) {
        return ClassMetric.averaged(
                "jaccard",
                averaging,
                Direction.HIGHER_IS_BETTER,
                outcomes -> ClassAverage.of(outcomes, averaging, counts -> counts.jaccard()));
    }

    /**
     * The share of the rest that is not predicted as a class; NaN if there is no rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> specificity(String label) {
        return ClassMetric.ofClass(
                "specificity",
                label,
                Direction.HIGHER_IS_BETTER,
                (outcomes, at) -> RestRates.specificity(outcomes, at));
    }

    /**
     * The share of the rest that is predicted as a class; NaN if there is no rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> falsePositiveRate(String label) {
        return ClassMetric.ofClass(
                "false_positive_rate",
                label,
                Direction.LOWER_IS_BETTER,
                (outcomes, at) -> RestRates.falsePositive(outcomes, at));
    }

    /**
     * The share of a class that is not predicted as it; NaN if there is nothing of it.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> falseNegativeRate(String label) {
        return ClassMetric.ofClass(
                "false_negative_rate",
                label,
                Direction.LOWER_IS_BETTER,
                (outcomes, at) -> RestRates.falseNegative(outcomes, at));
    }

    /**
     * The share of what is not predicted as a class that is not of it; NaN if all is predicted so.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> negativePredictiveValue(String label) {
        return ClassMetric.ofClass(
                "negative_predictive_value",
                label,
                Direction.HIGHER_IS_BETTER,
                (outcomes, at) -> RestRates.negativePredictiveValue(outcomes, at));
    }

    /**
     * The share of all rows that is predicted as a class, to be compared between slices. Neither direction is better.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> selectionRate(String label) {
        return ClassMetric.ofClass(
                "selection_rate",
                label,
                Direction.HIGHER_IS_BETTER,
                (outcomes, at) -> RestRates.selection(outcomes, at));
    }

    /**
     * Agreement beyond chance, with classes that have an order.
     *
     * @param disagreement how much a mistake counts
     * @return the metric, called {@code cohen_kappa_linear} or {@code cohen_kappa_quadratic}
     */
    public static Metric<Classification> cohenKappa(Disagreement disagreement) {
        return ClassMetric.overall(
                disagreement.metricName(),
                Direction.HIGHER_IS_BETTER,
                outcomes -> Agreement.cohenKappa(outcomes, disagreement));
    }

    private static String fName(double beta) {
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The beta of an F score is a number above 0, not " + beta + ".");
        }
        return "f" + Names.number(beta);
    }
}
