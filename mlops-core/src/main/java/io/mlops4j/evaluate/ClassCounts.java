package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;

/**
 * How one class was told from the rest: the weight of its rows that were found, of other rows taken for it, and of its rows
 * that were missed. A share of nothing is 0.
 */
record ClassCounts(double truePositives, double falsePositives, double falseNegatives) {

    /** One for each class, in order. */
    static ClassCounts[] each(ClassificationOutcomes outcomes) {
        int classes = outcomes.classes().size();
        double[] found = new double[classes];
        double[] wrong = new double[classes];
        double[] missed = new double[classes];
        for (int row = 0; row < outcomes.size(); row++) {
            int truth = outcomes.truth(row);
            int predicted = outcomes.predicted(row);
            double weight = outcomes.weight(row);
            if (truth == predicted) {
                found[truth] += weight;
            } else {
                wrong[predicted] += weight;
                missed[truth] += weight;
            }
        }
        ClassCounts[] counts = new ClassCounts[classes];
        for (int label = 0; label < classes; label++) {
            counts[label] = new ClassCounts(found[label], wrong[label], missed[label]);
        }
        return counts;
    }

    /** Those of one class. */
    static ClassCounts of(ClassificationOutcomes outcomes, int label) {
        return each(outcomes)[label];
    }

    /** Those of all other classes taken as one. */
    static ClassCounts ofRest(ClassificationOutcomes outcomes, int label) {
        double found = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.truth(row) != label && outcomes.predicted(row) != label) {
                found += outcomes.weight(row);
            }
        }
        ClassCounts counts = of(outcomes, label);
        return new ClassCounts(
                found, /* falsePositives= */ counts.falseNegatives, /* falseNegatives= */ counts.falsePositives);
    }

    ClassCounts plus(ClassCounts other) {
        return new ClassCounts(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives);
    }

    /** The weight of the rows of the class. */
    double support() {
        return truePositives + falseNegatives;
    }

    double precision() {
        return orZero(truePositives, truePositives + falsePositives);
    }

    double recall() {
        return orZero(truePositives, support());
    }

    double jaccard() {
        return orZero(truePositives, truePositives + falsePositives + falseNegatives);
    }

    /** The harmonic mean of precision and recall, which counts recall {@code beta} times as much. */
    double fScore(double beta) {
        double square = beta * beta;
        return orZero(
                (1 + square) * truePositives, (1 + square) * truePositives + square * falseNegatives + falsePositives);
    }

    private static double orZero(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
