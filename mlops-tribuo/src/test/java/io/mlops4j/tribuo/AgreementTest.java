package io.mlops4j.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Truth;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The flat arrays say what Tribuo and XGBoost say of the same rows. */
class AgreementTest {

    private static final double LINEAR = 1e-12;
    private static final double TREES = 3e-6;

    private static double[] tribuo(TrainedModel model, TrainingSet trained, Dataset rows) {
        List<String> outputs = outputs(trained.truth());
        try (OpenModel open = Tribuo.modelFormat().open(model.reference().orElseThrow(), trained.space(), outputs)) {
            return open.score(rows);
        }
    }

    static List<String> outputs(Truth truth) {
        return truth instanceof ClassTruth classes ? classes.classes().names() : List.of("value");
    }

    private static double[] assertAgreement(
            Trainer<?> trainer, TrainingSet training, TrainingSet rows, double tolerance) {
        TrainedModel model = trainer.train(training, Progress.NONE);
        double[] oracle = tribuo(model, training, rows.features());
        double[] flat = Walker.score(model.form().orElseThrow(), rows.features(), training.space());
        assertThat(flat).hasSameSizeAs(oracle);
        double worst = 0;
        for (int i = 0; i < flat.length; i++) {
            worst = Math.max(worst, Math.abs(flat[i] - oracle[i]) / Math.max(1, Math.abs(oracle[i])));
        }
        assertThat(worst).as("greatest difference").isLessThanOrEqualTo(tolerance);
        if (rows.truth() instanceof ClassTruth truth) {
            int classes = truth.classes().size();
            for (int row = 0; row < truth.size(); row++) {
                assertThat(Classification.winner(flat, row * classes, classes))
                        .as("class of row " + row)
                        .isEqualTo(Classification.winner(oracle, row * classes, classes));
            }
        }
        return flat;
    }

    static double accuracy(double[] scores, ClassTruth truth) {
        int classes = truth.classes().size();
        int right = 0;
        for (int row = 0; row < truth.size(); row++) {
            right += Classification.winner(scores, row * classes, classes) == truth.code(row) ? 1 : 0;
        }
        return right / (double) truth.size();
    }

    private static double rootMeanSquare(double[] values, NumberTruth truth) {
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            sum += (values[row] - truth.value(row)) * (values[row] - truth.value(row));
        }
        return Math.sqrt(sum / values.length);
    }

    @Test
    void logisticRegressionOnAdult() {
        TrainingSet test = Prepared.adultTest().standardised().rows();
        double[] scores = assertAgreement(
                Tribuo.logisticRegression(),
                Prepared.adultTraining().standardised().rows(),
                test,
                LINEAR);
        assertThat(accuracy(scores, (ClassTruth) test.truth())).isGreaterThan(0.84);
    }

    @Test
    void boostedTreesOnAdult() {
        TrainingSet test = Prepared.adultTest().rows();
        double[] scores = assertAgreement(
                Tribuo.xgboostClassification(), Prepared.adultTraining().rows(), test, TREES);
        assertThat(accuracy(scores, (ClassTruth) test.truth())).isBetween(0.8730, 0.8745);
    }

    @Test
    void logisticRegressionOnThreeClasses() {
        TrainingSet iris = Prepared.iris().standardised().rows();
        double[] scores = assertAgreement(Tribuo.logisticRegression().epochs(50), iris, iris, LINEAR);
        assertThat(accuracy(scores, (ClassTruth) iris.truth())).isGreaterThan(0.94);
    }

    @Test
    void boostedTreesOnThreeClassesWithMissingValues() {
        TrainingSet penguins = Prepared.penguins().rows();
        double[] scores = assertAgreement(Tribuo.xgboostClassification().rounds(20), penguins, penguins, TREES);
        assertThat(accuracy(scores, (ClassTruth) penguins.truth())).isGreaterThan(0.98);
    }

    @Test
    void linearRegressionOnCalifornia() {
        TrainingSet houses = Prepared.california().standardised().rows();
        double[] values = assertAgreement(Tribuo.linearRegression().learningRate(0.5), houses, houses, LINEAR);
        assertThat(rootMeanSquare(values, (NumberTruth) houses.truth())).isLessThan(0.72);
    }

    @Test
    void boostedTreesOnCaliforniaWithMissingValues() {
        TrainingSet houses = Prepared.california().rows();
        double[] values = assertAgreement(Tribuo.xgboostRegression(), houses, houses, TREES);
        assertThat(rootMeanSquare(values, (NumberTruth) houses.truth())).isLessThan(0.40);
    }

    @Test
    void prunedTreesWhoseNodesHaveGaps() {
        TrainingSet houses = Prepared.california().first(4000).rows();
        assertAgreement(
                Tribuo.xgboostRegression().rounds(30).gamma(3).treeMethod(TreeMethod.EXACT), houses, houses, TREES);
    }
}
