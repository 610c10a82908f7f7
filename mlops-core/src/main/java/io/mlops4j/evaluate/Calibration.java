package io.mlops4j.evaluate;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Classification;
import java.util.List;

/**
 * How far probabilities can be taken at their word: of the rows that are given 0.8, do eight in ten come true? Rows are
 * gathered in bins by score, each of which compares its mean score with the share that came true.
 *
 * <p>All are NaN if only classes were predicted.
 */
public final class Calibration {

    private static final String EXPECTED = "expected_calibration_error_";

    private Calibration() {}

    /**
     * One bin of a calibration table.
     *
     * @param bin its number, from 0 for the lowest scores
     * @param rows how many rows it has
     * @param meanScore their mean score, weighted
     * @param positiveRate the share of them that is of the class, weighted
     */
    public record Bin(int bin, long rows, double meanScore, double positiveRate) {}

    /**
     * The mean distance between score and truth of the positive class, over bins of one width.
     *
     * @param bins how many bins there are between 0 and 1
     * @return the metric {@code expected_calibration_error_10} for ten bins
     */
    public static Metric<Classification> expectedError(int bins) {
        requireBins(bins);
        return ClassMetric.ofPositive(
                        EXPECTED + bins,
                        Direction.LOWER_IS_BETTER,
                        (outcomes, label) -> CalibrationBins.equalWidth(outcomes, label, bins)
                                .expectedError())
                .ofProbabilities();
    }

    /**
     * The mean distance between score and truth of the positive class, over bins of as many rows each.
     *
     * @param bins how many bins there are
     * @return the metric {@code expected_calibration_error_10_equal_count} for ten bins
     */
    public static Metric<Classification> expectedErrorOfEqualCounts(int bins) {
        requireBins(bins);
        return ClassMetric.ofPositive(
                        EXPECTED + bins + "_equal_count",
                        Direction.LOWER_IS_BETTER,
                        (outcomes, label) -> CalibrationBins.equalCount(outcomes, label, bins)
                                .expectedError())
                .ofProbabilities();
    }

    /**
     * The mean distance between the probability of the most probable class and how often it is the true one.
     *
     * @param bins how many bins there are between 0 and 1
     * @return the metric {@code expected_calibration_error_10_top_label} for ten bins
     */
    public static Metric<Classification> expectedErrorOfTopLabel(int bins) {
        requireBins(bins);
        return ClassMetric.overall(
                        EXPECTED + bins + "_top_label",
                        Direction.LOWER_IS_BETTER,
                        outcomes -> CalibrationBins.topLabel(outcomes, bins).expectedError())
                .ofProbabilities();
    }

    /**
     * The distance between score and truth of the positive class in the worst of bins of one width.
     *
     * @param bins how many bins there are between 0 and 1
     * @return the metric {@code maximum_calibration_error_10} for ten bins
     */
    public static Metric<Classification> maximumError(int bins) {
        requireBins(bins);
        return ClassMetric.ofPositive(
                        "maximum_calibration_error_" + bins,
                        Direction.LOWER_IS_BETTER,
                        (outcomes, label) -> CalibrationBins.equalWidth(outcomes, label, bins)
                                .maximumError())
                .ofProbabilities();
    }

    /**
     * The bins themselves, of one width, to be drawn.
     *
     * @param outcomes outcomes with probabilities
     * @param label the class whose probability is the score
     * @param bins how many bins there are between 0 and 1
     * @return those that have rows, in rising order
     * @throws InvalidDataException if there is no such class, or no finite probabilities
     */
    public static List<Bin> table(ClassificationOutcomes outcomes, String label, int bins) {
        requireBins(bins);
        int position = Scores.require(outcomes, label);
        return CalibrationBins.equalWidth(outcomes, position, bins).table();
    }

    /**
     * The bins of the probability of the most probable class, of one width, to be drawn where no class is the positive one.
     *
     * @param outcomes outcomes with probabilities
     * @param bins how many bins there are between 0 and 1
     * @return those that have rows, in rising order; their rate is how often that class was the true one
     * @throws InvalidDataException if there are no finite probabilities
     */
    public static List<Bin> topLabelTable(ClassificationOutcomes outcomes, int bins) {
        requireBins(bins);
        Scores.require(outcomes, outcomes.classes().names().get(0));
        return CalibrationBins.topLabel(outcomes, bins).table();
    }

    private static void requireBins(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("Calibration needs at least one bin, not " + bins + ".");
        }
    }
}
