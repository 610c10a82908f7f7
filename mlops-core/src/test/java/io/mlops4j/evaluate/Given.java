package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.NumberTruth;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Small outcomes, written down in the test that needs them. */
final class Given {

    static final Classes BINARY = Classes.of(java.util.List.of("0", "1"), Optional.empty());

    private Given() {}

    /** Rows of the classes 0 and 1 with the probability of 1; from 0.5 on it is predicted. */
    static ClassificationOutcomes scores(String truths, double... scores) {
        return weightedScores(truths, null, scores);
    }

    static ClassificationOutcomes weightedScores(String truths, double[] weights, double... scores) {
        int[] predicted = new int[scores.length];
        double[] probabilities = new double[2 * scores.length];
        for (int row = 0; row < scores.length; row++) {
            predicted[row] = scores[row] >= 0.5 ? 1 : 0;
            probabilities[2 * row] = 1 - scores[row];
            probabilities[2 * row + 1] = scores[row];
        }
        return ClassificationOutcomes.of(
                ClassTruth.wrap(BINARY, codes(BINARY, truths)),
                predicted,
                Optional.of(probabilities),
                Optional.ofNullable(weights));
    }

    /** Rows whose true and predicted class is a letter each, without probabilities. */
    static ClassificationOutcomes classes(String truths, String predictions) {
        return weightedClasses(truths, predictions, null);
    }

    static ClassificationOutcomes weightedClasses(String truths, String predictions, double[] weights) {
        Classes classes = Classes.of(
                (truths + predictions)
                        .chars()
                        .mapToObj(Character::toString)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Optional.empty());
        return ClassificationOutcomes.of(
                ClassTruth.wrap(classes, codes(classes, truths)),
                codes(classes, predictions),
                Optional.empty(),
                Optional.ofNullable(weights));
    }

    /** Rows of the classes a, b, c with all three probabilities in each row; the most probable one is predicted. */
    static ClassificationOutcomes probabilities(String truths, double... probabilities) {
        Classes classes = Classes.of(java.util.List.of("a", "b", "c"), Optional.empty());
        return ClassificationOutcomes.of(
                ClassTruth.wrap(classes, codes(classes, truths)), probabilities, Optional.empty());
    }

    static RegressionOutcomes numbers(double[] truth, double... predicted) {
        return RegressionOutcomes.of(NumberTruth.wrap(truth), predicted, Optional.empty());
    }

    static RegressionOutcomes weightedNumbers(double[] truth, double[] weights, double... predicted) {
        return RegressionOutcomes.of(NumberTruth.wrap(truth), predicted, Optional.of(weights));
    }

    static double[] of(double... numbers) {
        return numbers;
    }

    private static int[] codes(Classes classes, String labels) {
        return labels.chars()
                .map(label -> classes.find(Character.toString(label)).orElseThrow())
                .toArray();
    }
}
