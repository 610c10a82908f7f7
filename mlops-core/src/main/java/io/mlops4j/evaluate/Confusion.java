package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;

/** How often each class was taken for each other, by rows or by the weight of the rows. */
final class Confusion {

    private Confusion() {}

    /** The weight of the rows, by true and then by predicted class. */
    static double[][] weights(ClassificationOutcomes outcomes) {
        int classes = outcomes.classes().size();
        double[][] cells = new double[classes][classes];
        for (int row = 0; row < outcomes.size(); row++) {
            cells[outcomes.truth(row)][outcomes.predicted(row)] += outcomes.weight(row);
        }
        return cells;
    }

    /** The number of the rows, whatever they weigh. */
    static ConfusionMatrix counts(ClassificationOutcomes outcomes) {
        int classes = outcomes.classes().size();
        long[][] cells = new long[classes][classes];
        for (int row = 0; row < outcomes.size(); row++) {
            cells[outcomes.truth(row)][outcomes.predicted(row)]++;
        }
        List<List<Long>> lists = new ArrayList<>(classes);
        for (long[] cell : cells) {
            lists.add(java.util.Arrays.stream(cell).boxed().toList());
        }
        return new ConfusionMatrix(outcomes.classes().names(), lists);
    }

    /** The sum of each true class. */
    static double[] truths(double[][] cells) {
        double[] sums = new double[cells.length];
        for (int truth = 0; truth < cells.length; truth++) {
            for (double cell : cells[truth]) {
                sums[truth] += cell;
            }
        }
        return sums;
    }

    /** The sum of each predicted class. */
    static double[] predictions(double[][] cells) {
        double[] sums = new double[cells.length];
        for (double[] row : cells) {
            for (int predicted = 0; predicted < row.length; predicted++) {
                sums[predicted] += row[predicted];
            }
        }
        return sums;
    }
}
