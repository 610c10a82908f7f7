package io.mlops4j.evaluate;

import static io.mlops4j.evaluate.Given.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Percent;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final ClassificationOutcomes LETTERS = Given.classes("aaabbc", "aabbca");

    @Test
    void namesClassAndAveragingApart() {
        assertThat(Metrics.rocAuc().key()).isEqualTo(new MetricKey("roc_auc", Optional.empty(), Averaging.NONE));
        assertThat(Metrics.rocAuc("x").key()).isEqualTo(new MetricKey("roc_auc", Optional.of("x"), Averaging.NONE));
        assertThat(Metrics.rocAuc(Averaging.MICRO).key())
                .isEqualTo(new MetricKey("roc_auc", Optional.empty(), Averaging.MICRO));
        assertThat(Metrics.f1("x")).hasToString("f1(x)");
        assertThat(Metrics.mae()).hasToString("mae");
    }

    @Test
    void namesParametersWithoutDots() {
        assertThat(Rates.fScore(2, "x").key().name()).isEqualTo("f2");
        assertThat(Rates.fScore(0.5, Averaging.MACRO).key().name()).isEqualTo("f0_5");
        assertThat(Deviances.pinball(0.9).key().name()).isEqualTo("pinball_0_9");
        assertThat(Ranking.liftAtTop(Percent.percent(10)).key().name()).isEqualTo("lift_at_top_10_percent");
        assertThat(Ranking.liftAtTop(Percent.percent(7)).key().name()).isEqualTo("lift_at_top_7_percent");
        assertThat(Ranking.recallAtTop(Percent.percent(2.5)).key().name()).isEqualTo("recall_at_top_2_5_percent");
        assertThat(Ranking.partialRocAuc(0.1).key().name()).isEqualTo("roc_auc_max_fpr_0_1");
        assertThat(Calibration.maximumError(10).key().name()).isEqualTo("maximum_calibration_error_10");
    }

    @Test
    void knowsWhichDirectionIsBetter() {
        assertThat(List.of(
                        Metrics.accuracy(),
                        Metrics.rocAuc(),
                        Metrics.f1(Averaging.MACRO),
                        Metrics.r2(),
                        Rates.specificity("x")))
                .extracting(Metric::direction)
                .containsOnly(Direction.HIGHER_IS_BETTER);
        assertThat(List.of(
                        Metrics.logLoss(),
                        Metrics.brier(),
                        Metrics.rmse(),
                        Rates.zeroOneLoss(),
                        Calibration.expectedError(5)))
                .extracting(Metric::direction)
                .containsOnly(Direction.LOWER_IS_BETTER);
    }

    @Test
    void countsRightRows() {
        assertThat(Metrics.accuracy().compute(LETTERS)).isEqualTo(0.5);
        assertThat(Rates.zeroOneLoss().compute(LETTERS)).isEqualTo(0.5);
        assertThat(Metrics.balancedAccuracy().compute(LETTERS)).isCloseTo((2.0 / 3 + 0.5 + 0) / 3, within(1e-15));
    }

    @Test
    void measuresOneClass() {
        assertThat(Metrics.precision("a").compute(LETTERS)).isEqualTo(2.0 / 3);
        assertThat(Metrics.recall("b").compute(LETTERS)).isEqualTo(0.5);
        assertThat(Metrics.f1("b").compute(LETTERS)).isEqualTo(0.5);
        assertThat(Rates.jaccard("a").compute(LETTERS)).isEqualTo(0.5);
        assertThat(Rates.fScore(2, "a").compute(Given.classes("aab", "abb")))
                .isCloseTo(5 * 0.5 / (4 + 0.5), within(1e-15));
        assertThat(Rates.specificity("a").compute(LETTERS)).isEqualTo(2.0 / 3);
        assertThat(Rates.falsePositiveRate("a").compute(LETTERS)).isEqualTo(1.0 / 3);
        assertThat(Rates.falseNegativeRate("a").compute(LETTERS)).isEqualTo(1.0 / 3);
        assertThat(Rates.negativePredictiveValue("a").compute(LETTERS)).isEqualTo(2.0 / 3);
        assertThat(Rates.fScore(1, Averaging.MACRO).compute(LETTERS))
                .isEqualTo(Metrics.f1(Averaging.MACRO).compute(LETTERS));
        assertThat(Rates.selectionRate("b").compute(LETTERS)).isEqualTo(2.0 / 6);
    }

    @Test
    void averagesOverClasses() {
        assertThat(Metrics.recall(Averaging.MICRO).compute(LETTERS)).isEqualTo(0.5);
        assertThat(Metrics.recall(Averaging.MACRO).compute(LETTERS)).isCloseTo((2.0 / 3 + 0.5) / 3, within(1e-15));
        assertThat(Metrics.recall(Averaging.WEIGHTED).compute(LETTERS)).isEqualTo(0.5);
        assertThat(Metrics.precision(Averaging.WEIGHTED).compute(LETTERS))
                .isCloseTo((3 * 2.0 / 3 + 2 * 0.5) / 6, within(1e-15));
    }

    @Test
    void weighsRows() {
        ClassificationOutcomes weighted = Given.weightedClasses("ab", "aa", of(3, 1));
        assertThat(Metrics.accuracy().compute(weighted)).isEqualTo(0.75);
        assertThat(Metrics.precision("a").compute(weighted)).isEqualTo(0.75);
        RegressionOutcomes numbers = Given.weightedNumbers(of(0, 0), of(3, 1), 0, 4);
        assertThat(Metrics.mae().compute(numbers)).isEqualTo(1);
        assertThat(Metrics.mse().compute(numbers)).isEqualTo(4);
        assertThat(Metrics.rmse().compute(numbers)).isEqualTo(2);
    }

    @Test
    void agreesBeyondChance() {
        ClassificationOutcomes ordered = Given.classes("aabbcc", "abbbca");
        assertThat(Metrics.cohenKappa().compute(ordered)).isCloseTo(0.5, within(1e-15));
        assertThat(Rates.cohenKappa(Disagreement.EQUAL).key())
                .isEqualTo(Metrics.cohenKappa().key());
        assertThat(Metrics.matthewsCorrelation().compute(Given.classes("aabb", "aabb")))
                .isEqualTo(1);
        assertThat(Metrics.matthewsCorrelation().compute(Given.classes("aabb", "bbaa")))
                .isEqualTo(-1);
        assertThat(Metrics.matthewsCorrelation().compute(Given.classes("aabb", "abab")))
                .isZero();
    }

    @Test
    void countsFarMistakesMore() {
        ClassificationOutcomes near = Given.classes("abcabc", "abcabb");
        ClassificationOutcomes far = Given.classes("abcabc", "abcaba");
        assertThat(Metrics.cohenKappa().compute(near))
                .isCloseTo(Metrics.cohenKappa().compute(far), within(1e-15));
        assertThat(Rates.cohenKappa(Disagreement.QUADRATIC).compute(near))
                .isGreaterThan(Rates.cohenKappa(Disagreement.LINEAR).compute(near));
        assertThat(Rates.cohenKappa(Disagreement.QUADRATIC).compute(far))
                .isLessThan(Rates.cohenKappa(Disagreement.QUADRATIC).compute(near));
    }

    @Test
    void ranksWithTiesAsHalves() {
        assertThat(Metrics.rocAuc().compute(Given.scores("0101", 0.1, 0.4, 0.4, 0.9)))
                .isEqualTo(3.5 / 4);
        assertThat(Metrics.rocAuc("0").compute(Given.scores("0101", 0.1, 0.4, 0.4, 0.9)))
                .isEqualTo(3.5 / 4);
        assertThat(Ranking.gini().compute(Given.scores("0101", 0.1, 0.4, 0.4, 0.9)))
                .isEqualTo(0.75);
        assertThat(Ranking.gini("1").compute(Given.scores("0011", 0.1, 0.4, 0.6, 0.9)))
                .isEqualTo(1);
    }

    @Test
    void ranksAnyClassOfTwo() {
        ClassificationOutcomes outcomes = Given.scores("0101", 0.1, 0.4, 0.5, 0.9);
        assertThat(Metrics.averagePrecision("1").compute(outcomes)).isEqualTo((1 + 2.0 / 3) / 2);
        assertThat(Metrics.averagePrecision("0").compute(outcomes)).isEqualTo((1 + 2.0 / 3) / 2);
        assertThat(Ranking.precisionRecallAuc("0").compute(outcomes)).isEqualTo(0.5 + 0.5 * (0.5 + 2.0 / 3) / 2);
        assertThat(Ranking.kolmogorovSmirnov("0").compute(outcomes)).isEqualTo(0.5);
        assertThat(Ranking.youden("0").compute(outcomes)).isEqualTo(0.5);
        assertThat(Ranking.bestF1("0").compute(outcomes)).isEqualTo(4.0 / 5);
        assertThat(Ranking.partialRocAuc(1).compute(outcomes)).isEqualTo(0.75);
    }

    @Test
    void weighsPairs() {
        ClassificationOutcomes weighted = Given.weightedScores("0101", of(1, 2, 3, 4), 0.1, 0.4, 0.5, 0.9);
        assertThat(Metrics.rocAuc().compute(weighted)).isCloseTo((2 * 1 + 4 * 1 + 4 * 3) / (6.0 * 4), within(1e-15));
        assertThat(Metrics.averagePrecision().compute(weighted))
                .isCloseTo(4.0 / 6 + 2.0 / 6 * (6.0 / 9), within(1e-15));
    }

    @Test
    void tellsProbabilitiesByWhatHappened() {
        ClassificationOutcomes outcomes = Given.scores("01", 0.25, 0.5);
        assertThat(Metrics.logLoss().compute(outcomes)).isCloseTo(-(Math.log(0.75) + Math.log(0.5)) / 2, within(1e-15));
        assertThat(Metrics.brier().compute(outcomes)).isEqualTo((0.0625 + 0.25) / 2);
        assertThat(Metrics.brier("0").compute(outcomes)).isEqualTo((0.0625 + 0.25) / 2);
        assertThat(Metrics.brierMultiSum().compute(outcomes)).isEqualTo(0.0625 + 0.25);
    }

    @Test
    void clipsProbabilitiesAndMakesThemSumToOne() {
        assertThat(Metrics.logLoss().compute(Given.scores("1", 0))).isCloseTo(52 * Math.log(2), within(1e-9));
        assertThat(Metrics.logLoss().compute(Given.scores("1", 1))).isCloseTo(0, within(1e-15));
        assertThat(Metrics.logLoss().compute(Given.probabilities("a", 1, 0.5, 0.5)))
                .isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void findsTheClassAmongTheMostProbable() {
        ClassificationOutcomes outcomes = Given.probabilities("abc", 0.4, 0.3, 0.3, 0.4, 0.3, 0.3, 0.4, 0.3, 0.3);
        assertThat(Ranking.topAccuracy(1).compute(outcomes)).isEqualTo(1.0 / 3);
        assertThat(Ranking.topAccuracy(2).compute(outcomes)).isEqualTo(2.0 / 3);
        assertThat(Ranking.topAccuracy(3).compute(outcomes)).isEqualTo(1);
    }

    @Test
    void measuresNumbers() {
        RegressionOutcomes outcomes = Given.numbers(of(1, 2, 3, 4), 1, 3, 1, 8);
        assertThat(Metrics.mae().compute(outcomes)).isEqualTo(7.0 / 4);
        assertThat(Metrics.mse().compute(outcomes)).isEqualTo(21.0 / 4);
        assertThat(Metrics.r2().compute(outcomes)).isCloseTo(1 - 21.0 / 5, within(1e-15));
        assertThat(Metrics.medianAbsoluteError().compute(outcomes)).isEqualTo(1.5);
        assertThat(Metrics.maxError().compute(outcomes)).isEqualTo(4);
        assertThat(Metrics.mape().compute(outcomes)).isCloseTo((0 + 0.5 + 2.0 / 3 + 1) / 4, within(1e-15));
        assertThat(Deviances.meanError().compute(outcomes)).isEqualTo(0.75);
        assertThat(Deviances.wape().compute(outcomes)).isEqualTo(0.7);
        assertThat(Deviances.smape().compute(outcomes))
                .isCloseTo((0 + 2.0 / 5 + 4.0 / 4 + 8.0 / 12) / 4, within(1e-15));
        assertThat(Deviances.pinball(0.9).compute(outcomes)).isCloseTo((0.1 + 1.8 + 0.4) / 4, within(1e-15));
        assertThat(Metrics.explainedVariance().compute(Given.numbers(of(1, 2, 3), 2, 3, 4)))
                .isEqualTo(1);
        assertThat(Deviances.absoluteExplained().compute(outcomes)).isCloseTo(1 - 7.0 / 4, within(1e-15));
    }

    @Test
    void takesTheSmallestMedianOfUnequalWeights() {
        assertThat(Metrics.medianAbsoluteError().compute(Given.weightedNumbers(of(0, 0, 0), of(1, 1, 2), 1, 2, 3)))
                .isEqualTo(2);
        assertThat(Metrics.medianAbsoluteError().compute(Given.weightedNumbers(of(0, 0, 0), of(1, 0.5, 2), 1, 2, 3)))
                .isEqualTo(3);
        assertThat(Metrics.medianAbsoluteError().compute(Given.weightedNumbers(of(0, 0), of(7, 7), 1, 2)))
                .isEqualTo(1.5);
    }

    @Test
    void refusesAClassThatThereIsNot() {
        assertThatThrownBy(() -> Metrics.rocAuc("2").compute(Given.scores("01", 0.1, 0.9)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("roc_auc(2)")
                .hasMessageContaining("[0, 1]");
    }

    @Test
    void refusesTheScoreOfSeveralClassesWithoutAPositiveOne() {
        assertThatThrownBy(() -> Metrics.rocAuc().compute(Given.probabilities("a", 1, 0, 0)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("[a, b, c]")
                .hasMessageContaining("positive");
    }

    @Test
    void refusesATargetOfTheOtherKindBeforeDataAreRead() {
        assertThatThrownBy(() -> Metrics.accuracy().check(Target.number("fare")))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("accuracy")
                .hasMessageContaining("fare");
        assertThatThrownBy(() -> Metrics.rmse().check(Target.category("survived")))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("rmse")
                .hasMessageContaining("survived");
        Metrics.accuracy().check(Target.category("survived"));
        Metrics.rmse().check(Target.number("fare"));
    }

    @Test
    void refusesParametersThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.f1(Averaging.NONE))
                .withMessageContaining("f1");
        assertThatIllegalArgumentException().isThrownBy(() -> Ranking.rocAucOneVersusOne(Averaging.MICRO));
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.fScore(0, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rates.fScore(Double.POSITIVE_INFINITY, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Ranking.topAccuracy(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Ranking.partialRocAuc(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Ranking.partialRocAuc(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Deviances.pinball(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Deviances.pinball(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.expectedError(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.expectedErrorOfEqualCounts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.expectedErrorOfTopLabel(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.maximumError(0));
    }

    @Test
    void theUsualMetricsFollowTheTarget() {
        List<Metric<Regression>> numbers = Metrics.usual(Target.number("fare"), Optional.empty());
        List<Metric<Classification>> unknown = Metrics.usual(Target.category("survived"), Optional.empty());
        List<Metric<Classification>> declared =
                Metrics.usual(Target.category("survived").positive("1"), Optional.empty());
        List<Metric<Classification>> binary = Metrics.usual(Target.category("survived"), Optional.of(Given.BINARY));
        List<Metric<Classification>> three = Metrics.usual(
                Target.category("survived"), Optional.of(Classes.of(List.of("a", "b", "c"), Optional.empty())));
        assertThat(numbers).extracting(Object::toString).containsExactly("mae", "rmse", "r2");
        assertThat(unknown).extracting(Object::toString).containsExactly("accuracy", "log_loss", "f1 macro");
        assertThat(three).extracting(Object::toString).containsExactly("accuracy", "log_loss", "f1 macro");
        assertThat(declared)
                .extracting(Object::toString)
                .containsExactly("accuracy", "log_loss", "f1 macro", "roc_auc");
        assertThat(binary).extracting(Object::toString).containsExactly("accuracy", "log_loss", "f1 macro", "roc_auc");
    }
}
