package io.mlops4j.evaluate;

import io.mlops4j.api.data.Percent;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Regression;
import java.util.ArrayList;
import java.util.List;

/** Every metric of the catalogues, for the classes 0 and 1. */
final class AllMetrics {

    private AllMetrics() {}

    static List<Metric<Classification>> ofPredictedClasses() {
        List<Metric<Classification>> all = new ArrayList<>(List.of(
                Metrics.accuracy(),
                Metrics.balancedAccuracy(),
                Metrics.precision("1"),
                Metrics.recall("1"),
                Metrics.f1("1"),
                Metrics.matthewsCorrelation(),
                Metrics.cohenKappa(),
                Rates.zeroOneLoss(),
                Rates.fScore(2, "1"),
                Rates.jaccard("1"),
                Rates.specificity("1"),
                Rates.falsePositiveRate("1"),
                Rates.falseNegativeRate("1"),
                Rates.negativePredictiveValue("0"),
                Rates.selectionRate("1"),
                Rates.cohenKappa(Disagreement.LINEAR),
                Rates.cohenKappa(Disagreement.QUADRATIC)));
        for (Averaging averaging : List.of(Averaging.MICRO, Averaging.MACRO, Averaging.WEIGHTED)) {
            all.add(Metrics.precision(averaging));
            all.add(Metrics.recall(averaging));
            all.add(Metrics.f1(averaging));
            all.add(Rates.fScore(0.5, averaging));
            all.add(Rates.jaccard(averaging));
        }
        return all;
    }

    static List<Metric<Classification>> ofProbabilities() {
        List<Metric<Classification>> all = new ArrayList<>(additive());
        all.add(Calibration.expectedErrorOfEqualCounts(2));
        all.add(Ranking.liftAtTop(Percent.percent(50)));
        all.add(Ranking.recallAtTop(Percent.percent(50)));
        return all;
    }

    /** Those for which a row of weight two is the same as two such rows. */
    static List<Metric<Classification>> additive() {
        List<Metric<Classification>> all = new ArrayList<>(List.of(
                Metrics.rocAuc(),
                Metrics.rocAuc("0"),
                Metrics.averagePrecision(),
                Metrics.averagePrecision("0"),
                Metrics.logLoss(),
                Metrics.brier(),
                Metrics.brier("0"),
                Metrics.brierMultiSum(),
                Ranking.gini(),
                Ranking.gini("0"),
                Ranking.partialRocAuc(0.3),
                Ranking.precisionRecallAuc(),
                Ranking.precisionRecallAuc("0"),
                Ranking.kolmogorovSmirnov(),
                Ranking.kolmogorovSmirnov("0"),
                Ranking.bestF1(),
                Ranking.bestF1("0"),
                Ranking.youden(),
                Ranking.youden("0"),
                Ranking.topAccuracy(1),
                Ranking.rocAucOneVersusOne(Averaging.MACRO),
                Ranking.rocAucOneVersusOne(Averaging.WEIGHTED),
                Calibration.expectedError(5),
                Calibration.maximumError(5),
                Calibration.expectedErrorOfTopLabel(5)));
        for (Averaging averaging : List.of(Averaging.MICRO, Averaging.MACRO, Averaging.WEIGHTED)) {
            all.add(Metrics.rocAuc(averaging));
            all.add(Metrics.averagePrecision(averaging));
        }
        return all;
    }

    static List<Metric<Regression>> ofNumbers() {
        List<Metric<Regression>> all = new ArrayList<>(additiveOfNumbers());
        all.add(Metrics.medianAbsoluteError());
        all.add(Deviances.absoluteExplained());
        return all;
    }

    /** Those for which a row of weight two is the same as two such rows. */
    static List<Metric<Regression>> additiveOfNumbers() {
        return List.of(
                Metrics.mae(),
                Metrics.mse(),
                Metrics.rmse(),
                Metrics.r2(),
                Metrics.explainedVariance(),
                Metrics.maxError(),
                Metrics.mape(),
                Deviances.meanError(),
                Deviances.smape(),
                Deviances.wape(),
                Deviances.pinball(0.9),
                Deviances.meanSquaredLogarithmic(),
                Deviances.rootMeanSquaredLogarithmic(),
                Deviances.poisson(),
                Deviances.gamma(),
                Correlations.pearson(),
                Correlations.spearman(),
                Correlations.kendallTauB());
    }
}
