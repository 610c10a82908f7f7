package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Regression;

/** Errors of numbers that fit special targets: quantiles, counts, amounts. The conventions of {@link Metrics} hold. */
public final class Deviances {

    private Deviances() {}

    /**
     * The error of a quantile: what was said too low counts {@code level}, what was said too high the rest.
     *
     * @param level the quantile that is predicted, such as 0.9
     * @return the metric, called {@code pinball_0_9} for 0.9
     */
    public static Metric<Regression> pinball(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The level of a quantile lies between 0 and 1, not at " + level + ".");
        }
        return NumberMetric.error("pinball_" + Names.number(level), outcomes -> Residuals.pinball(outcomes, level));
    }

    /**
     * The share of the absolute spread of the truth around its median that is explained; NaN for fewer than two rows. Where the
     * truth is constant, 1 if the model is perfect, else 0.
     *
     * @return the metric
     */
    public static Metric<Regression> absoluteExplained() {
        return NumberMetric.score("d2_absolute_error", Explained::absolute);
    }

    /**
     * The mean squared difference of ln(1 + x); NaN if a truth or a prediction is negative.
     *
     * @return the metric
     */
    public static Metric<Regression> meanSquaredLogarithmic() {
        return NumberMetric.error("msle", Residuals::squaredLogarithmic);
    }

    /**
     * The square root of the mean squared difference of ln(1 + x); NaN if a truth or a prediction is negative.
     *
     * @return the metric
     */
    public static Metric<Regression> rootMeanSquaredLogarithmic() {
        return NumberMetric.error("rmsle", outcomes -> Math.sqrt(Residuals.squaredLogarithmic(outcomes)));
    }

    /**
     * The mean Poisson deviance, for counts; NaN unless truths are at least 0 and predictions above it.
     *
     * @return the metric
     */
    public static Metric<Regression> poisson() {
        return NumberMetric.error("mean_poisson_deviance", Residuals::poissonDeviance);
    }

    /**
     * The mean gamma deviance, for amounts; NaN unless truths and predictions are above 0.
     *
     * @return the metric
     */
    public static Metric<Regression> gamma() {
        return NumberMetric.error("mean_gamma_deviance", Residuals::gammaDeviance);
    }

    /**
     * The mean of twice the absolute error over the sum of truth and prediction, without their signs; from 0 to 2.
     *
     * @return the metric
     */
    public static Metric<Regression> smape() {
        return NumberMetric.error("smape", Residuals::symmetricRelative);
    }

    /**
     * The sum of absolute errors over the sum of absolute truths; NaN if all truths are 0.
     *
     * @return the metric
     */
    public static Metric<Regression> wape() {
        return NumberMetric.error("wape", Residuals::totalRelative);
    }

    /**
     * The mean of prediction less truth. Its sign tells the bias, so demand both a lower and an upper bound.
     *
     * @return the metric
     */
    public static Metric<Regression> meanError() {
        return NumberMetric.error(
                "mean_error", outcomes -> Residuals.mean(outcomes, (truth, predicted) -> predicted - truth));
    }
}
