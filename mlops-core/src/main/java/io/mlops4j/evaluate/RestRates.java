package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;

/** Rates of a class that, unlike precision and recall, are NaN where they are a share of nothing. */
final class RestRates {

    private RestRates() {}

    static double specificity(ClassificationOutcomes outcomes, int label) {
        ClassCounts rest = ClassCounts.ofRest(outcomes, label);
        return rest.truePositives() / rest.support();
    }

    static double falsePositive(ClassificationOutcomes outcomes, int label) {
        ClassCounts rest = ClassCounts.ofRest(outcomes, label);
        return rest.falseNegatives() / rest.support();
    }

    static double falseNegative(ClassificationOutcomes outcomes, int label) {
        ClassCounts counts = ClassCounts.of(outcomes, label);
        return counts.falseNegatives() / counts.support();
    }

    static double negativePredictiveValue(ClassificationOutcomes outcomes, int label) {
        ClassCounts rest = ClassCounts.ofRest(outcomes, label);
        return rest.truePositives() / (rest.truePositives() + rest.falsePositives());
    }

    static double selection(ClassificationOutcomes outcomes, int label) {
        double selected = 0;
        double all = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            selected += outcomes.predicted(row) == label ? outcomes.weight(row) : 0;
            all += outcomes.weight(row);
        }
        return selected / all;
    }
}
