package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;

/** What is found among the rows with the highest scores; of equal scores the earlier row counts as the higher. */
final class TopRows {

    private TopRows() {}

    /** The share of a class that lies in the top share of the rows, which is at least one row. */
    static double recall(ClassificationOutcomes outcomes, int label, double share) {
        Sums sums = sums(outcomes, label, share);
        return sums.topOfClass / sums.ofClass;
    }

    /** How many times as frequent a class is in the top share of the rows as among all. */
    static double lift(ClassificationOutcomes outcomes, int label, double share) {
        Sums sums = sums(outcomes, label, share);
        return sums.topOfClass / sums.top / (sums.ofClass / sums.all);
    }

    /** Weights: of the rows of the class at the top and everywhere, of all rows at the top and everywhere. */
    private record Sums(double topOfClass, double ofClass, double top, double all) {}

    private static Sums sums(ClassificationOutcomes outcomes, int label, double share) {
        int rows = outcomes.size();
        double[] scores = new double[rows];
        double[] order = new double[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = outcomes.probability(row, label);
            order[row] = row;
        }
        Ranked ranked = Ranked.of(scores, order);
        int atTop = Math.max(1, (int) Math.ceil(share * rows));
        double topOfClass = 0;
        double ofClass = 0;
        double top = 0;
        double all = 0;
        for (int at = 0; at < rows; at++) {
            int row = (int) ranked.companion(at);
            double weight = outcomes.weight(row);
            double weightOfClass = outcomes.truth(row) == label ? weight : 0;
            if (at < atTop) {
                topOfClass += weightOfClass;
                top += weight;
            }
            ofClass += weightOfClass;
            all += weight;
        }
        return new Sums(topOfClass, ofClass, top, all);
    }

    /** Whether the true class of a row is among its {@code count} most probable; of equally probable ones the first. */
    static double accuracy(ClassificationOutcomes outcomes, int count) {
        double right = 0;
        double all = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            right += place(outcomes, row) < count ? outcomes.weight(row) : 0;
            all += outcomes.weight(row);
        }
        return right / all;
    }

    private static int place(ClassificationOutcomes outcomes, int row) {
        int truth = outcomes.truth(row);
        double probability = outcomes.probability(row, truth);
        int before = 0;
        for (int label = 0; label < outcomes.classes().size(); label++) {
            double other = outcomes.probability(row, label);
            if (other > probability || (other == probability && label < truth)) {
                before++;
            }
        }
        return before;
    }
}
