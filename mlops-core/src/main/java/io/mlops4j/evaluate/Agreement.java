package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;

/** How far truth and prediction agree: plainly, and beyond what chance would bring. */
final class Agreement {

    private Agreement() {}

    static double accuracy(ClassificationOutcomes outcomes) {
        double right = 0;
        double all = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            double weight = outcomes.weight(row);
            right += outcomes.truth(row) == outcomes.predicted(row) ? weight : 0;
            all += weight;
        }
        return right / all;
    }

    /** The mean recall of the classes that occur. */
    static double balancedAccuracy(ClassificationOutcomes outcomes) {
        double sum = 0;
        int occurring = 0;
        for (ClassCounts counts : ClassCounts.each(outcomes)) {
            if (counts.support() > 0) {
                sum += counts.recall();
                occurring++;
            }
        }
        return sum / occurring;
    }

    /** The correlation of truth and prediction (Gorodkin, 2004); 0 if either has one class only. */
    static double matthewsCorrelation(ClassificationOutcomes outcomes) {
        double[][] cells = Confusion.weights(outcomes);
        double[] truths = Confusion.truths(cells);
        double[] predictions = Confusion.predictions(cells);
        double all = 0;
        double right = 0;
        double crossed = 0;
        double truthSquares = 0;
        double predictionSquares = 0;
        for (int label = 0; label < cells.length; label++) {
            all += truths[label];
            right += cells[label][label];
            crossed += truths[label] * predictions[label];
            truthSquares += truths[label] * truths[label];
            predictionSquares += predictions[label] * predictions[label];
        }
        if (occurring(truths) == 1 || occurring(predictions) == 1) {
            return 0;
        }
        double square = all * all;
        return (right * all - crossed) / Math.sqrt((square - truthSquares) * (square - predictionSquares));
    }

    /** One less the disagreement over that of chance (Cohen, 1968); NaN if truth and prediction are one and the same class. */
    static double cohenKappa(ClassificationOutcomes outcomes, Disagreement disagreement) {
        double[][] cells = Confusion.weights(outcomes);
        double[] truths = Confusion.truths(cells);
        double[] predictions = Confusion.predictions(cells);
        double all = 0;
        double found = 0;
        double expected = 0;
        for (int truth = 0; truth < cells.length; truth++) {
            all += truths[truth];
            for (int predicted = 0; predicted < cells.length; predicted++) {
                double cost = disagreement.between(truth, predicted);
                found += cost * cells[truth][predicted];
                expected += cost * truths[truth] * predictions[predicted];
            }
        }
        return 1 - found * all / expected;
    }

    private static int occurring(double[] sums) {
        int occurring = 0;
        for (double sum : sums) {
            occurring += sum > 0 ? 1 : 0;
        }
        return occurring;
    }
}
