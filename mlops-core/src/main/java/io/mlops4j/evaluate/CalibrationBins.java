package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.predict.Classification;
import java.util.ArrayList;
import java.util.List;

/** Rows gathered by score, to compare in each bin the mean score with how often it came true. */
final class CalibrationBins {

    private final double[] weights;
    private final double[] scores;
    private final double[] hits;
    private final long[] rows;

    private CalibrationBins(int bins) {
        this.weights = new double[bins];
        this.scores = new double[bins];
        this.hits = new double[bins];
        this.rows = new long[bins];
    }

    /** Bins of the probability of a class, all of one width. */
    static CalibrationBins equalWidth(ClassificationOutcomes outcomes, int label, int count) {
        CalibrationBins bins = new CalibrationBins(count);
        for (int row = 0; row < outcomes.size(); row++) {
            double score = outcomes.probability(row, label);
            bins.add(binOf(score, count), score, outcomes.truth(row) == label, outcomes.weight(row));
        }
        return bins;
    }

    /** Bins of the probability of a class, all of as many rows, the first ones of one more where they do not divide. */
    static CalibrationBins equalCount(ClassificationOutcomes outcomes, int label, int count) {
        int size = outcomes.size();
        double[] negated = new double[size]; // so that the lowest comes first, and of equal ones the earlier row
        double[] rows = new double[size];
        for (int row = 0; row < size; row++) {
            negated[row] = -outcomes.probability(row, label);
            rows[row] = row;
        }
        Ranked ranked = Ranked.of(negated, rows);
        CalibrationBins bins = new CalibrationBins(count);
        int larger = size % count;
        int at = 0;
        for (int bin = 0; bin < count; bin++) {
            int end = at + size / count + (bin < larger ? 1 : 0);
            for (; at < end; at++) {
                int row = (int) ranked.companion(at);
                bins.add(bin, -ranked.number(at), outcomes.truth(row) == label, outcomes.weight(row));
            }
        }
        return bins;
    }

    /** Bins of the highest probability of each row, all of one width; it comes true if that class does. */
    static CalibrationBins topLabel(ClassificationOutcomes outcomes, int count) {
        int classes = outcomes.classes().size();
        double[] probabilities = new double[classes];
        CalibrationBins bins = new CalibrationBins(count);
        for (int row = 0; row < outcomes.size(); row++) {
            for (int label = 0; label < classes; label++) {
                probabilities[label] = outcomes.probability(row, label);
            }
            int winner = Classification.winner(probabilities, 0, classes);
            double score = probabilities[winner];
            bins.add(binOf(score, count), score, outcomes.truth(row) == winner, outcomes.weight(row));
        }
        return bins;
    }

    private static int binOf(double score, int count) {
        return Math.max(0, Math.min((int) (score * count), count - 1));
    }

    private void add(int bin, double score, boolean hit, double weight) {
        weights[bin] += weight;
        scores[bin] += weight * score;
        hits[bin] += hit ? weight : 0;
        rows[bin]++;
    }

    /** The mean distance between score and share of hits, each bin counting as much as its rows. */
    double expectedError() {
        double sum = 0;
        double all = 0;
        for (int bin = 0; bin < weights.length; bin++) {
            sum += Math.abs(scores[bin] - hits[bin]);
            all += weights[bin];
        }
        return sum / all;
    }

    /** The distance in the worst bin. */
    double maximumError() {
        double largest = 0;
        for (int bin = 0; bin < weights.length; bin++) {
            if (weights[bin] > 0) {
                largest = Math.max(largest, Math.abs(scores[bin] - hits[bin]) / weights[bin]);
            }
        }
        return largest;
    }

    /** The bins that have rows. */
    List<Calibration.Bin> table() {
        List<Calibration.Bin> table = new ArrayList<>();
        for (int bin = 0; bin < weights.length; bin++) {
            if (weights[bin] > 0) {
                table.add(new Calibration.Bin(bin, rows[bin], scores[bin] / weights[bin], hits[bin] / weights[bin]));
            }
        }
        return table;
    }
}
