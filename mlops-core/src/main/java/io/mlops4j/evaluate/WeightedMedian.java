package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.RegressionOutcomes;
import java.util.function.DoubleBinaryOperator;

/**
 * The median: of rows of one weight the usual one, with the mean of the middle two; else the smallest value at which half of
 * the weight is reached.
 */
final class WeightedMedian {

    private WeightedMedian() {}

    /** The median of a term of (truth, prediction). */
    static double of(RegressionOutcomes outcomes, DoubleBinaryOperator term) {
        double[] values = new double[outcomes.size()];
        double[] weights = new double[outcomes.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = term.applyAsDouble(outcomes.truth(row), outcomes.predicted(row));
            weights[row] = outcomes.weight(row);
        }
        Ranked ranked = Ranked.of(values, weights);
        return equal(weights) ? plain(ranked) : weighted(ranked);
    }

    private static boolean equal(double[] weights) {
        for (double weight : weights) {
            if (weight != weights[0]) {
                return false;
            }
        }
        return true;
    }

    private static double plain(Ranked falling) {
        int size = falling.size();
        return (falling.number((size - 1) / 2) + falling.number(size / 2)) / 2;
    }

    private static double weighted(Ranked falling) {
        double all = 0;
        for (int at = falling.size() - 1; at >= 0; at--) {
            all += falling.companion(at);
        }
        double reached = 0;
        int at = falling.size();
        while (reached < all / 2) {
            at--;
            reached += falling.companion(at);
        }
        return falling.number(at);
    }
}
