package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;

/** How far probabilities are from what happened. */
final class ProbabilityError {

    /** The distance from 1 to the next double: a probability nearer than that to 0 or 1 is taken to lie there. */
    private static final double NEAREST = Math.ulp(1.0);

    private ProbabilityError() {}

    /** The mean of −ln of the probability of what happened, in rows made to sum to 1. */
    static double logLoss(ClassificationOutcomes outcomes) {
        int classes = outcomes.classes().size();
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            double all = 0;
            for (int label = 0; label < classes; label++) {
                all += clipped(outcomes.probability(row, label));
            }
            double happened = clipped(outcomes.probability(row, outcomes.truth(row))) / all;
            sum -= outcomes.weight(row) * StrictMath.log(happened);
            weights += outcomes.weight(row);
        }
        return sum / weights;
    }

    private static double clipped(double probability) {
        return Math.min(Math.max(probability, NEAREST), 1 - NEAREST);
    }

    /** The mean squared distance of the probability of one class from 0 or 1. */
    static double brier(ClassificationOutcomes outcomes, int label) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            sum += outcomes.weight(row) * squaredError(outcomes, row, label);
            weights += outcomes.weight(row);
        }
        return sum / weights;
    }

    /** The sum of that over all classes: twice as much for two classes. */
    static double brierSum(ClassificationOutcomes outcomes) {
        double sum = 0;
        for (int label = 0; label < outcomes.classes().size(); label++) {
            sum += brier(outcomes, label);
        }
        return sum;
    }

    private static double squaredError(ClassificationOutcomes outcomes, int row, int label) {
        double error = outcomes.probability(row, label) - (outcomes.truth(row) == label ? 1 : 0);
        return error * error;
    }
}
