package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.RegressionOutcomes;

/**
 * How much of the spread of the truth a model explains: 1 for a perfect model, 0 for a constant one. NaN for fewer than two
 * rows; where the truth is constant, 1 if the model is perfect, else 0.
 */
final class Explained {

    private Explained() {}

    /** By squared errors. */
    static double r2(RegressionOutcomes outcomes) {
        double mean = Residuals.mean(outcomes, (truth, predicted) -> truth);
        double spread = Residuals.mean(outcomes, (truth, predicted) -> (truth - mean) * (truth - mean));
        return share(outcomes, Residuals.squared(outcomes), spread);
    }

    /** By squared errors, of which the mean error is forgiven. */
    static double variance(RegressionOutcomes outcomes) {
        double bias = Residuals.mean(outcomes, (truth, predicted) -> truth - predicted);
        double left = Residuals.mean(outcomes, (truth, predicted) -> {
            double error = truth - predicted - bias;
            return error * error;
        });
        double mean = Residuals.mean(outcomes, (truth, predicted) -> truth);
        double spread = Residuals.mean(outcomes, (truth, predicted) -> (truth - mean) * (truth - mean));
        return share(outcomes, left, spread);
    }

    /** By absolute errors, against the median. */
    static double absolute(RegressionOutcomes outcomes) {
        double median = WeightedMedian.of(outcomes, (truth, predicted) -> truth);
        double spread = Residuals.mean(outcomes, (truth, predicted) -> Math.abs(truth - median));
        return share(outcomes, Residuals.absolute(outcomes), spread);
    }

    private static double share(RegressionOutcomes outcomes, double left, double spread) {
        if (outcomes.size() < 2) {
            return Double.NaN;
        }
        if (left == 0) {
            return 1;
        }
        return constant(outcomes) ? 0 : 1 - left / spread;
    }

    /** Asked of the values themselves: the mean of equal numbers need not be that number. */
    private static boolean constant(RegressionOutcomes outcomes) {
        double first = Double.NaN;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.weight(row) > 0) {
                double truth = outcomes.truth(row);
                if (!Double.isNaN(first) && truth != first) {
                    return false;
                }
                first = truth;
            }
        }
        return true;
    }
}
