package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.RegressionOutcomes;
import java.util.Arrays;

/** Pairs of numbers with their weights, those without weight left out. */
@SuppressWarnings("ArrayRecordComponent") // seen by this package only, and never compared
record Pairs(double[] x, double[] y, double[] weights) {

    /** Truth and prediction. */
    static Pairs of(RegressionOutcomes outcomes) {
        int size = outcomes.size();
        double[] x = new double[size];
        double[] y = new double[size];
        double[] weights = new double[size];
        int kept = 0;
        for (int row = 0; row < size; row++) {
            if (outcomes.weight(row) > 0) {
                x[kept] = outcomes.truth(row);
                y[kept] = outcomes.predicted(row);
                weights[kept++] = outcomes.weight(row);
            }
        }
        return new Pairs(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept), Arrays.copyOf(weights, kept));
    }

    int size() {
        return x.length;
    }
}
