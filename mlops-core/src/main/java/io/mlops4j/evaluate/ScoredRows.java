package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;

/**
 * Rows in falling order of the probability of a class. Everything that is read from thresholds comes from here: a walk down
 * the scores, which stops once for each different score.
 */
final class ScoredRows {

    /** Is told, for each different score from the highest down, what is at or above it. */
    interface Visitor {
        void threshold(double score, double truePositives, double falsePositives);
    }

    /** The companion of a score is the weight of its row, negative if the row is of another class. */
    private final Ranked ranked;

    private final double positives;
    private final double negatives;

    private ScoredRows(double[] scores, double[] masses) {
        this.ranked = Ranked.of(scores, masses);
        double[] sums = new double[2];
        walk((score, truePositives, falsePositives) -> {
            sums[0] = truePositives;
            sums[1] = falsePositives;
        });
        this.positives = sums[0];
        this.negatives = sums[1];
    }

    /** One class against the rest. */
    static ScoredRows of(ClassificationOutcomes outcomes, int label) {
        int rows = outcomes.size();
        double[] scores = new double[rows];
        double[] masses = new double[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = outcomes.probability(row, label);
            masses[row] = outcomes.truth(row) == label ? outcomes.weight(row) : -outcomes.weight(row);
        }
        return new ScoredRows(scores, masses);
    }

    /** One class against one other, without the rows of the rest. */
    static ScoredRows of(ClassificationOutcomes outcomes, int label, int other) {
        double[] scores = new double[outcomes.size()];
        double[] masses = new double[outcomes.size()];
        int kept = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            int truth = outcomes.truth(row);
            if (truth == label || truth == other) {
                scores[kept] = outcomes.probability(row, label);
                masses[kept++] = truth == label ? outcomes.weight(row) : -outcomes.weight(row);
            }
        }
        return new ScoredRows(java.util.Arrays.copyOf(scores, kept), java.util.Arrays.copyOf(masses, kept));
    }

    /** Every class against the rest, all in one: each row counts once for each class. */
    static ScoredRows pooled(ClassificationOutcomes outcomes) {
        int classes = outcomes.classes().size();
        int size = Math.multiplyExact(outcomes.size(), classes);
        double[] scores = new double[size];
        double[] masses = new double[size];
        for (int i = 0; i < size; i++) {
            int row = i / classes;
            int label = i % classes;
            scores[i] = outcomes.probability(row, label);
            masses[i] = outcomes.truth(row) == label ? outcomes.weight(row) : -outcomes.weight(row);
        }
        return new ScoredRows(scores, masses);
    }

    /** The weight of the rows of the class. */
    double positives() {
        return positives;
    }

    /** The weight of the other rows. */
    double negatives() {
        return negatives;
    }

    /** Whether there are rows of both kinds, without which no ranking can be judged. */
    boolean bothKinds() {
        return positives > 0 && negatives > 0;
    }

    void walk(Visitor visitor) {
        double truePositives = 0;
        double falsePositives = 0;
        int at = 0;
        while (at < ranked.size()) {
            double score = ranked.number(at);
            double before = truePositives + falsePositives;
            for (; at < ranked.size() && ranked.number(at) == score; at++) {
                double mass = ranked.companion(at);
                if (mass > 0) {
                    truePositives += mass;
                } else {
                    falsePositives -= mass;
                }
            }
            if (truePositives + falsePositives > before) { // rows that weigh nothing make no threshold
                visitor.threshold(score, truePositives, falsePositives);
            }
        }
    }
}
