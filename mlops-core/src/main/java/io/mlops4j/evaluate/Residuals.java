package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.RegressionOutcomes;
import java.util.function.DoubleBinaryOperator;

/** Means and extremes over the rows of a regression, of something that is computed from truth and prediction. */
final class Residuals {

    /** The smallest truth by which a relative error is divided. */
    private static final double SMALLEST = Math.ulp(1.0);

    private Residuals() {}

    /** The weighted mean of a term of (truth, prediction). */
    static double mean(RegressionOutcomes outcomes, DoubleBinaryOperator term) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            double weight = outcomes.weight(row);
            if (weight > 0) { // else a term that is NaN would count
                sum += weight * term.applyAsDouble(outcomes.truth(row), outcomes.predicted(row));
                weights += weight;
            }
        }
        return sum / weights;
    }

    static double absolute(RegressionOutcomes outcomes) {
        return mean(outcomes, (truth, predicted) -> Math.abs(truth - predicted));
    }

    static double squared(RegressionOutcomes outcomes) {
        return mean(outcomes, (truth, predicted) -> (truth - predicted) * (truth - predicted));
    }

    static double relative(RegressionOutcomes outcomes) {
        return mean(outcomes, (truth, predicted) -> Math.abs(truth - predicted) / Math.max(Math.abs(truth), SMALLEST));
    }

    /** Twice the error over the sum of both; two zeros have no error. */
    static double symmetricRelative(RegressionOutcomes outcomes) {
        return mean(outcomes, (truth, predicted) -> {
            double size = Math.abs(truth) + Math.abs(predicted);
            return size == 0 ? 0 : 2 * Math.abs(truth - predicted) / size;
        });
    }

    /** The sum of errors over the sum of truths; NaN if all truths are 0. */
    static double totalRelative(RegressionOutcomes outcomes) {
        double size = mean(outcomes, (truth, predicted) -> Math.abs(truth));
        return size == 0 ? Double.NaN : absolute(outcomes) / size;
    }

    /** The largest error among the rows that weigh anything. */
    static double largest(RegressionOutcomes outcomes) {
        double largest = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            if (outcomes.weight(row) > 0) {
                largest = Math.max(largest, Math.abs(outcomes.truth(row) - outcomes.predicted(row)));
            }
        }
        return largest;
    }

    /** The mean squared difference of ln(1 + x); NaN if anything is negative. */
    static double squaredLogarithmic(RegressionOutcomes outcomes) {
        return mean(outcomes, (truth, predicted) -> {
            double error =
                    truth < 0 || predicted < 0 ? Double.NaN : StrictMath.log1p(truth) - StrictMath.log1p(predicted);
            return error * error;
        });
    }

    /** The error of a quantile: what was said too low counts {@code share}, what was said too high the rest. */
    static double pinball(RegressionOutcomes outcomes, double share) {
        return mean(
                outcomes,
                (truth, predicted) -> Math.max(share * (truth - predicted), (share - 1) * (truth - predicted)));
    }

    /** NaN unless all truths are at least 0 and all predictions above it. */
    static double poissonDeviance(RegressionOutcomes outcomes) {
        return mean(outcomes, (truth, predicted) -> {
            if (truth < 0 || predicted <= 0) {
                return Double.NaN;
            }
            double product = truth == 0 ? 0 : truth * StrictMath.log(truth / predicted);
            return 2 * (product - truth + predicted);
        });
    }

    /** NaN unless all truths and predictions are above 0. */
    static double gammaDeviance(RegressionOutcomes outcomes) {
        return mean(
                outcomes,
                (truth, predicted) -> truth <= 0 || predicted <= 0
                        ? Double.NaN
                        : 2 * (StrictMath.log(predicted / truth) + truth / predicted - 1));
    }
}
