package io.mlops4j.evaluate;

import static io.mlops4j.evaluate.Given.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Regression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T14 and T16: what is measured of numbers that are none, of one class, of one row and of nothing. */
@Tag("T14")
@Tag("T16")
class UndefinedMetricsTest {

    static List<Metric<Classification>> ofPredictedClasses() {
        return AllMetrics.ofPredictedClasses();
    }

    static List<Metric<Classification>> ofProbabilities() {
        return AllMetrics.ofProbabilities();
    }

    static List<Metric<Regression>> ofNumbers() {
        return AllMetrics.ofNumbers();
    }

    @ParameterizedTest
    @MethodSource({"ofPredictedClasses", "ofProbabilities"})
    void areNaNForNoRows(Metric<Classification> metric) {
        assertThat(metric.compute(Given.scores(""))).isNaN();
    }

    @ParameterizedTest
    @MethodSource({"ofPredictedClasses", "ofProbabilities"})
    void areNaNForRowsThatWeighNothing(Metric<Classification> metric) {
        assertThat(metric.compute(Given.weightedScores("01", of(0, 0), 0.1, 0.9)))
                .isNaN();
    }

    @ParameterizedTest
    @MethodSource({"ofPredictedClasses", "ofProbabilities"})
    void areNaNForAScoreThatIsNoNumber(Metric<Classification> metric) {
        assertThat(metric.compute(Given.scores("0101", 0.1, 0.9, Double.NaN, 0.4)))
                .isNaN();
        assertThat(metric.compute(Given.scores("0101", 0.1, 0.9, 0.4, Double.POSITIVE_INFINITY)))
                .isNaN();
    }

    @ParameterizedTest
    @MethodSource({"ofPredictedClasses", "ofProbabilities"})
    void takeConstantScoresAndTwoRows(Metric<Classification> metric) {
        assertThat(metric.compute(Given.scores("01", 0.5, 0.5))).isBetween(-1.0, 2.0);
    }

    @ParameterizedTest
    @MethodSource("ofProbabilities")
    void areNaNWithoutProbabilities(Metric<Classification> metric) {
        ClassificationOutcomes outcomes = ClassificationOutcomes.of(
                ClassTruth.wrap(Given.BINARY, new int[] {0, 1}), new int[] {0, 1}, Optional.empty(), Optional.empty());
        assertThat(metric.compute(outcomes)).isNaN();
    }

    @ParameterizedTest
    @MethodSource("ofPredictedClasses")
    void needNoProbabilities(Metric<Classification> metric) {
        ClassificationOutcomes outcomes = ClassificationOutcomes.of(
                ClassTruth.wrap(Given.BINARY, new int[] {0, 1, 1}),
                new int[] {0, 1, 0},
                Optional.empty(),
                Optional.empty());
        assertThat(metric.compute(outcomes)).isBetween(-1.0, 1.0);
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void areNaNForNoNumbers(Metric<Regression> metric) {
        assertThat(metric.compute(Given.numbers(of()))).isNaN();
        assertThat(metric.compute(Given.weightedNumbers(of(1, 2), of(0, 0), 1, 2)))
                .isNaN();
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void areNaNForANumberThatIsNone(Metric<Regression> metric) {
        assertThat(metric.compute(Given.numbers(of(1, 2, 3), 1, Double.NaN, 2))).isNaN();
        assertThat(metric.compute(Given.numbers(of(1, 2, 3), 1, 2, Double.NEGATIVE_INFINITY)))
                .isNaN();
        assertThat(metric.compute(Given.numbers(of(1, Double.POSITIVE_INFINITY, 3), 1, 2, 3)))
                .isNaN();
    }

    @Test
    void ofOneClassOnlyRankingsAreNaN() {
        for (String truths : List.of("111", "000")) {
            ClassificationOutcomes outcomes = Given.scores(truths, 0.2, 0.6, 0.9);
            assertThat(Metrics.rocAuc().compute(outcomes)).isNaN();
            assertThat(Metrics.rocAuc(Averaging.MACRO).compute(outcomes)).isNaN();
            assertThat(Metrics.rocAuc(Averaging.WEIGHTED).compute(outcomes)).isNaN();
            assertThat(Metrics.rocAuc(Averaging.MICRO).compute(outcomes)).isBetween(0.0, 1.0);
            assertThat(Ranking.rocAucOneVersusOne(Averaging.MACRO).compute(outcomes))
                    .isNaN();
            assertThat(Ranking.partialRocAuc(0.1).compute(outcomes)).isNaN();
            assertThat(Ranking.bestF1().compute(outcomes)).isNaN();
            assertThat(Ranking.youden().compute(outcomes)).isNaN();
            assertThat(Ranking.kolmogorovSmirnov().compute(outcomes)).isNaN();
            assertThat(Metrics.matthewsCorrelation().compute(outcomes)).isZero();
            assertThat(Metrics.logLoss().compute(outcomes)).isPositive();
        }
    }

    @Test
    void ofAClassThatDoesNotOccurThereIsNothingToFind() {
        ClassificationOutcomes outcomes = Given.scores("000", 0.2, 0.3, 0.4);
        assertThat(Metrics.averagePrecision().compute(outcomes)).isNaN();
        assertThat(Ranking.precisionRecallAuc().compute(outcomes)).isNaN();
        assertThat(Metrics.recall("1").compute(outcomes)).isZero();
        assertThat(Metrics.precision("1").compute(outcomes)).isZero();
        assertThat(Metrics.f1("1").compute(outcomes)).isZero();
        assertThat(Rates.falseNegativeRate("1").compute(outcomes)).isNaN();
        assertThat(Metrics.cohenKappa().compute(outcomes)).isNaN();
        assertThat(Metrics.averagePrecision().compute(Given.scores("11", 0.2, 0.3)))
                .isEqualTo(1);
        assertThat(Rates.specificity("0").compute(outcomes)).isNaN();
        assertThat(Rates.falsePositiveRate("0").compute(outcomes)).isNaN();
        assertThat(Rates.negativePredictiveValue("0").compute(outcomes)).isNaN();
    }

    @Test
    void constantTruthIsExplainedByPerfectionOnly() {
        // the mean of three times 0.1 is not 0.1
        double[] constant = of(0.1, 0.1, 0.1);
        assertThat(Metrics.r2().compute(Given.numbers(constant, 0.1, 0.1, 0.2))).isZero();
        assertThat(Metrics.r2().compute(Given.numbers(constant, 0.1, 0.1, 0.1))).isEqualTo(1);
        assertThat(Metrics.explainedVariance().compute(Given.numbers(constant, 0.1, 0.1, 0.2)))
                .isZero();
        assertThat(Deviances.absoluteExplained().compute(Given.numbers(constant, 0.1, 0.1, 0.2)))
                .isZero();
        assertThat(Metrics.r2().compute(Given.weightedNumbers(of(1, 1, 5), of(1, 1, 0), 1, 2, 5)))
                .isZero();
    }

    @Test
    void oneRowExplainsNothing() {
        RegressionOutcomes one = Given.numbers(of(1), 1);
        assertThat(Metrics.r2().compute(one)).isNaN();
        assertThat(Metrics.explainedVariance().compute(one)).isNaN();
        assertThat(Correlations.pearson().compute(one)).isNaN();
        assertThat(Metrics.mae().compute(one)).isZero();
        assertThat(Metrics.r2().compute(Given.numbers(of(1, 2), 1, 2))).isEqualTo(1);
    }

    @Test
    void constantNumbersCorrelateWithNothing() {
        for (Metric<Regression> metric :
                List.of(Correlations.pearson(), Correlations.spearman(), Correlations.kendallTauB())) {
            assertThat(metric.compute(Given.numbers(of(0.1, 0.1, 0.1), 1, 2, 3)))
                    .isNaN();
            assertThat(metric.compute(Given.numbers(of(1, 2, 3), 0.1, 0.1, 0.1)))
                    .isNaN();
            assertThat(metric.compute(Given.weightedNumbers(of(1, 1, 3), of(1, 1, 0), 1, 2, 3)))
                    .isNaN();
        }
    }

    @Test
    void logarithmsOfNegativeNumbersAreNaN() {
        assertThat(Deviances.meanSquaredLogarithmic().compute(Given.numbers(of(-0.5, 1), 0.5, 1)))
                .isNaN();
        assertThat(Deviances.rootMeanSquaredLogarithmic().compute(Given.numbers(of(0.5, 1), -0.5, 1)))
                .isNaN();
        assertThat(Deviances.meanSquaredLogarithmic().compute(Given.numbers(of(0, 1), 0, 1)))
                .isZero();
        assertThat(Deviances.poisson().compute(Given.numbers(of(-1, 1), 1, 1))).isNaN();
        assertThat(Deviances.poisson().compute(Given.numbers(of(1, 1), 0, 1))).isNaN();
        assertThat(Deviances.poisson().compute(Given.numbers(of(0, 1), 1, 1))).isEqualTo(1);
        assertThat(Deviances.gamma().compute(Given.numbers(of(0, 1), 1, 1))).isNaN();
        assertThat(Deviances.gamma().compute(Given.numbers(of(1, 1), 0, 1))).isNaN();
        assertThat(Deviances.gamma().compute(Given.numbers(of(1, 1), 1, 1))).isZero();
    }

    @Test
    void twoZerosHaveNoRelativeError() {
        assertThat(Deviances.smape().compute(Given.numbers(of(0, 1), 0, 1))).isZero();
        assertThat(Deviances.wape().compute(Given.numbers(of(0, 0), 0, 1))).isNaN();
    }

    @Test
    void hugeNumbersDoNotBecomeNaN() {
        assertThat(Metrics.mae().compute(Given.numbers(of(1e308, 0), 0, 0))).isEqualTo(5e307);
        assertThat(Metrics.mse().compute(Given.numbers(of(1e308, 0), 0, 0))).isInfinite();
        assertThat(Metrics.maxError().compute(Given.numbers(of(Double.MIN_VALUE, 0), -0.0, 0)))
                .isEqualTo(Double.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAWeightThatIsNone(double weight) {
        assertThatThrownBy(() -> Metrics.accuracy().compute(Given.weightedScores("01", of(1, weight), 0.1, 0.9)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("row 1")
                .hasMessageContaining(Double.toString(weight));
        assertThatThrownBy(() -> Metrics.mae().compute(Given.weightedNumbers(of(1, 2), of(1, weight), 1, 2)))
                .isInstanceOf(InvalidDataException.class);
    }
}
