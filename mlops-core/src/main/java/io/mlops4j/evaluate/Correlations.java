package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Regression;

/**
 * How far truth and prediction rise together, whatever their units. The conventions of {@link Metrics} hold; also NaN if truth
 * or prediction is constant.
 */
public final class Correlations {

    private Correlations() {}

    /**
     * How far truth and prediction lie on a rising line; from −1 to 1.
     *
     * @return the metric
     */
    public static Metric<Regression> pearson() {
        return NumberMetric.score("pearson", Correlation::pearson);
    }

    /**
     * How far truth and prediction rise together, by their ranks; from −1 to 1.
     *
     * @return the metric
     */
    public static Metric<Regression> spearman() {
        return NumberMetric.score("spearman", Correlation::spearman);
    }

    /**
     * By how much more pairs of rows are ordered alike by truth and prediction than otherwise, corrected for ties; from −1 to 1.
     *
     * @return the metric
     */
    public static Metric<Regression> kendallTauB() {
        return NumberMetric.score("kendall_tau_b", KendallTau::b);
    }
}
