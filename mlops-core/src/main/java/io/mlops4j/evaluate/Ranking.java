package io.mlops4j.evaluate;

import io.mlops4j.api.data.Percent;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Classification;

/**
 * How well scores put the rows of a class before the rest, whatever the threshold. The conventions of {@link Metrics} hold.
 */
public final class Ranking {

    private Ranking() {}

    /**
     * Twice the area under the receiver operating characteristic, less 1: 0 is chance, 1 perfect, for the positive class.
     *
     * @return the metric
     */
    public static Metric<Classification> gini() {
        return ClassMetric.ofPositive(
                        "gini",
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> 2 * RocArea.of(ScoredRows.of(outcomes, at)) - 1)
                .ofProbabilities();
    }

    /**
     * Twice the area under the receiver operating characteristic, less 1: 0 is chance, 1 perfect, for one class against the rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> gini(String label) {
        return ClassMetric.ofClass(
                        "gini",
                        label,
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> 2 * RocArea.of(ScoredRows.of(outcomes, at)) - 1)
                .ofProbabilities();
    }

    /**
     * The area under the left end of the receiver operating characteristic, stretched so that chance is 0.5 and perfection 1
     * (McClish), for the positive class; NaN if there are rows of one kind only.
     *
     * @param maxFalsePositiveRate where the left end ends; above 0, at most 1
     * @return the metric, called {@code roc_auc_max_fpr_0_1} for 0.1
     */
    public static Metric<Classification> partialRocAuc(double maxFalsePositiveRate) {
        if (!(maxFalsePositiveRate > 0 && maxFalsePositiveRate <= 1)) {
            throw new IllegalArgumentException(
                    "The end of a partial curve lies between 0 and 1, not at " + maxFalsePositiveRate + ".");
        }
        return ClassMetric.ofPositive(
                        "roc_auc_max_fpr_" + Names.number(maxFalsePositiveRate),
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> PartialRocArea.of(ScoredRows.of(outcomes, at), maxFalsePositiveRate))
                .ofProbabilities();
    }

    /**
     * The area under straight lines between the points of precision and recall, which flatters where points are few; see
     * {@link Metrics#averagePrecision()}. NaN if the class does not occur, for the positive class.
     *
     * @return the metric
     */
    public static Metric<Classification> precisionRecallAuc() {
        return ClassMetric.ofPositive(
                        "precision_recall_auc",
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> PrecisionRecall.area(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The area under straight lines between the points of precision and recall, which flatters where points are few; see
     * {@link Metrics#averagePrecision()}. NaN if the class does not occur, for one class against the rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> precisionRecallAuc(String label) {
        return ClassMetric.ofClass(
                        "precision_recall_auc",
                        label,
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> PrecisionRecall.area(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The largest distance between the distributions of the scores of both kinds of rows; NaN if there is one kind only, for the positive class.
     *
     * @return the metric
     */
    public static Metric<Classification> kolmogorovSmirnov() {
        return ClassMetric.ofPositive(
                        "kolmogorov_smirnov",
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> Separation.kolmogorovSmirnov(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The largest distance between the distributions of the scores of both kinds of rows; NaN if there is one kind only, for one class against the rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> kolmogorovSmirnov(String label) {
        return ClassMetric.ofClass(
                        "kolmogorov_smirnov",
                        label,
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> Separation.kolmogorovSmirnov(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The highest F1 that a threshold reaches (see {@link Curve#bestF1()}); NaN if there are rows of one kind only, for the positive class.
     *
     * @return the metric
     */
    public static Metric<Classification> bestF1() {
        return ClassMetric.ofPositive(
                        "best_f1",
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> Separation.f1(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The highest F1 that a threshold reaches (see {@link Curve#bestF1()}); NaN if there are rows of one kind only, for one class against the rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> bestF1(String label) {
        return ClassMetric.ofClass(
                        "best_f1",
                        label,
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> Separation.f1(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The largest distance of recall above the false positive rate that a threshold reaches (see {@link Curve#bestYouden()});
     * NaN if there are rows of one kind only, for the positive class.
     *
     * @return the metric
     */
    public static Metric<Classification> youden() {
        return ClassMetric.ofPositive(
                        "youden",
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> Separation.youden(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * The largest distance of recall above the false positive rate that a threshold reaches (see {@link Curve#bestYouden()});
     * NaN if there are rows of one kind only, for one class against the rest.
     *
     * @param label the class
     * @return the metric
     */
    public static Metric<Classification> youden(String label) {
        return ClassMetric.ofClass(
                        "youden",
                        label,
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> Separation.youden(ScoredRows.of(outcomes, at)))
                .ofProbabilities();
    }

    /**
     * How many times as frequent the positive class is among the highest scores as among all rows; of equal scores the earlier
     * row counts as the higher. NaN if the class does not occur.
     *
     * @param top which share of the rows is taken; at least one row is
     * @return the metric, called {@code lift_at_top_10_percent} for a tenth
     */
    public static Metric<Classification> liftAtTop(Percent top) {
        return ClassMetric.ofPositive(
                        "lift_at_top_" + Names.percent(top),
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> TopRows.lift(outcomes, at, top.share()))
                .ofProbabilities();
    }

    /**
     * Which share of the positive class is among the highest scores; of equal scores the earlier row counts as the higher. NaN
     * if the class does not occur.
     *
     * @param top which share of the rows is taken; at least one row is
     * @return the metric, called {@code recall_at_top_10_percent} for a tenth
     */
    public static Metric<Classification> recallAtTop(Percent top) {
        return ClassMetric.ofPositive(
                        "recall_at_top_" + Names.percent(top),
                        Direction.HIGHER_IS_BETTER,
                        (outcomes, at) -> TopRows.recall(outcomes, at, top.share()))
                .ofProbabilities();
    }

    /**
     * The area under the receiver operating characteristic, each class against each other; NaN if a class does not occur.
     *
     * @param averaging {@code MACRO} or {@code WEIGHTED}
     * @return the metric
     */
    public static Metric<Classification> rocAucOneVersusOne(Averaging averaging) {
        if (averaging == Averaging.MICRO) {
            throw new IllegalArgumentException(
                    "One class against one other has no MICRO average. Take MACRO or WEIGHTED.");
        }
        return ClassMetric.averaged(
                        "roc_auc_one_versus_one",
                        averaging,
                        Direction.HIGHER_IS_BETTER,
                        outcomes -> OneVersus.one(outcomes, averaging))
                .ofProbabilities();
    }

    /**
     * The share of rows whose class is among the most probable ones; of equally probable ones the first counts.
     *
     * @param count how many of the most probable classes are taken
     * @return the metric, called {@code top_2_accuracy} for two
     */
    public static Metric<Classification> topAccuracy(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The most probable classes are at least one, not " + count + ".");
        }
        return ClassMetric.overall(
                        "top_" + count + "_accuracy",
                        Direction.HIGHER_IS_BETTER,
                        outcomes -> TopRows.accuracy(outcomes, count))
                .ofProbabilities();
    }
}
