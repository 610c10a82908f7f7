package io.mlops4j.evaluate;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.RegressionOutcomes;

/**
 * Tells outcomes of which something can be measured from those of which every metric is NaN: no rows, no weight, or a number
 * among them that is not finite.
 */
final class Measurable {

    private Measurable() {}

    static boolean test(ClassificationOutcomes outcomes) {
        int classes = outcomes.classes().size();
        for (int row = 0; outcomes.hasProbabilities() && row < outcomes.size(); row++) {
            for (int label = 0; label < classes; label++) {
                if (!Double.isFinite(outcomes.probability(row, label))) {
                    return false;
                }
            }
        }
        return anyWeight(outcomes);
    }

    static boolean test(RegressionOutcomes outcomes) {
        for (int row = 0; row < outcomes.size(); row++) {
            if (!Double.isFinite(outcomes.truth(row)) || !Double.isFinite(outcomes.predicted(row))) {
                return false;
            }
        }
        return anyWeight(outcomes);
    }

    private static boolean anyWeight(Outcomes<?> outcomes) {
        double sum = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            double weight = outcomes.weight(row);
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new InvalidDataException("The weight of row " + row + " is " + weight
                        + "; a weight is a finite number of at least 0. Mend the weight column.");
            }
            sum += weight;
        }
        return sum > 0;
    }
}
