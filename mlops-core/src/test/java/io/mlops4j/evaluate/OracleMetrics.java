package io.mlops4j.evaluate;

import io.mlops4j.api.data.Percent;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Regression;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which metric an oracle means by a name. */
final class OracleMetrics {

    private static final String POSITIVE = "1";

    private static final Map<String, Metric<Classification>> BINARY = Map.ofEntries(
            Map.entry("accuracy", Metrics.accuracy()),
            Map.entry("balanced_accuracy", Metrics.balancedAccuracy()),
            Map.entry("precision", Metrics.precision(POSITIVE)),
            Map.entry("recall", Metrics.recall(POSITIVE)),
            Map.entry("f1", Metrics.f1(POSITIVE)),
            Map.entry("specificity", Rates.specificity(POSITIVE)),
            Map.entry("false_positive_rate", Rates.falsePositiveRate(POSITIVE)),
            Map.entry("false_negative_rate", Rates.falseNegativeRate(POSITIVE)),
            Map.entry("negative_predictive_value", Rates.negativePredictiveValue(POSITIVE)),
            Map.entry("selection_rate", Rates.selectionRate(POSITIVE)),
            Map.entry("zero_one_loss", Rates.zeroOneLoss()),
            Map.entry("hamming_loss", Rates.zeroOneLoss()),
            Map.entry("mcc", Metrics.matthewsCorrelation()),
            Map.entry("cohen_kappa", Metrics.cohenKappa()),
            Map.entry("jaccard", Rates.jaccard(POSITIVE)),
            Map.entry("brier", Metrics.brier()),
            Map.entry("log_loss", Metrics.logLoss()),
            Map.entry("roc_auc", Metrics.rocAuc()),
            Map.entry("average_precision", Metrics.averagePrecision()),
            Map.entry("gini", Ranking.gini()),
            Map.entry("pr_auc_trapezoid", Ranking.precisionRecallAuc()),
            Map.entry("ks_between_class_scores", Ranking.kolmogorovSmirnov()));

    private static final Map<Pattern, DoubleFunction<Metric<Classification>>> BINARY_FAMILIES = Map.of(
            Pattern.compile("f(\\d+(?:_\\d+)?)"),
            beta -> Rates.fScore(beta, POSITIVE),
            Pattern.compile("roc_auc_max_fpr_(\\d+(?:_\\d+)?)_mcclish"),
            Ranking::partialRocAuc,
            Pattern.compile("lift_at_top_(\\d+(?:_\\d+)?)_percent"),
            top -> Ranking.liftAtTop(Percent.percent(top)),
            Pattern.compile("recall_at_top_(\\d+(?:_\\d+)?)_percent"),
            top -> Ranking.recallAtTop(Percent.percent(top)),
            Pattern.compile("ece_(\\d+)_equal_width"),
            bins -> Calibration.expectedError((int) bins),
            Pattern.compile("mce_(\\d+)_equal_width"),
            bins -> Calibration.maximumError((int) bins),
            Pattern.compile("ece_(\\d+)_equal_count"),
            bins -> Calibration.expectedErrorOfEqualCounts((int) bins));

    private static final Map<String, Metric<Classification>> MULTI_CLASS = Map.ofEntries(
            Map.entry("accuracy", Metrics.accuracy()),
            Map.entry("balanced_accuracy", Metrics.balancedAccuracy()),
            Map.entry("mcc", Metrics.matthewsCorrelation()),
            Map.entry("cohen_kappa", Metrics.cohenKappa()),
            Map.entry("cohen_kappa_linear", Rates.cohenKappa(Disagreement.LINEAR)),
            Map.entry("cohen_kappa_quadratic", Rates.cohenKappa(Disagreement.QUADRATIC)),
            Map.entry("hamming_loss", Rates.zeroOneLoss()),
            Map.entry("zero_one_loss", Rates.zeroOneLoss()),
            Map.entry("log_loss_rows_renormalised", Metrics.logLoss()),
            Map.entry("brier_multi_sum", Metrics.brierMultiSum()));

    private static final Map<Pattern, DoubleFunction<Metric<Classification>>> MULTI_CLASS_FAMILIES = Map.of(
            Pattern.compile("top_(\\d+)_accuracy"),
            count -> Ranking.topAccuracy((int) count),
            Pattern.compile("ece_top_label_(\\d+)_equal_width"),
            bins -> Calibration.expectedErrorOfTopLabel((int) bins));

    private static final Map<String, Metric<Regression>> REGRESSION = Map.ofEntries(
            Map.entry("mae", Metrics.mae()),
            Map.entry("mse", Metrics.mse()),
            Map.entry("rmse", Metrics.rmse()),
            Map.entry("r2", Metrics.r2()),
            Map.entry("mape", Metrics.mape()),
            Map.entry("median_absolute_error", Metrics.medianAbsoluteError()),
            Map.entry("explained_variance", Metrics.explainedVariance()),
            Map.entry("max_error", Metrics.maxError()),
            Map.entry("mean_error_pred_minus_true", Deviances.meanError()),
            Map.entry("d2_absolute_error", Deviances.absoluteExplained()),
            Map.entry("smape_mean_of_2absdiff_over_sum", Deviances.smape()),
            Map.entry("wape", Deviances.wape()),
            Map.entry("pearson", Correlations.pearson()),
            Map.entry("spearman", Correlations.spearman()),
            Map.entry("kendall_tau_b", Correlations.kendallTauB()),
            Map.entry("msle", Deviances.meanSquaredLogarithmic()),
            Map.entry("rmsle", Deviances.rootMeanSquaredLogarithmic()),
            Map.entry("mean_poisson_deviance", Deviances.poisson()),
            Map.entry("mean_gamma_deviance", Deviances.gamma()));

    private static final Map<Pattern, DoubleFunction<Metric<Regression>>> REGRESSION_FAMILIES =
            Map.of(Pattern.compile("pinball_(\\d+(?:[._]\\d+)?)"), Deviances::pinball);

    private OracleMetrics() {}

    static Optional<Metric<Classification>> binary(String name) {
        return find(name, BINARY, BINARY_FAMILIES);
    }

    static Optional<Metric<Classification>> multiClass(String name) {
        return find(name, MULTI_CLASS, MULTI_CLASS_FAMILIES);
    }

    static Optional<Metric<Regression>> regression(String name) {
        return find(name, REGRESSION, REGRESSION_FAMILIES);
    }

    private static <M> Optional<M> find(String name, Map<String, M> known, Map<Pattern, DoubleFunction<M>> families) {
        if (known.containsKey(name)) {
            return Optional.of(known.get(name));
        }
        return families.entrySet().stream()
                .filter(family -> family.getKey().matcher(name).matches())
                .map(family -> family.getValue().apply(parameter(family.getKey(), name)))
                .findFirst();
    }

    private static double parameter(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        matcher.matches();
        return Double.parseDouble(matcher.group(1).replace('_', '.'));
    }
}
