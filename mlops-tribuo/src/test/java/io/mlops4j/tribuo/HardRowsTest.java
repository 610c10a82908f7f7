package io.mlops4j.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that are few, empty, alike or beyond all bounds. */
class HardRowsTest {

    private static final List<Trainer<?>> CLASSIFIERS =
            List.of(Tribuo.logisticRegression(), Tribuo.xgboostClassification().rounds(5));
    private static final List<Trainer<?>> REGRESSIONS =
            List.of(Tribuo.linearRegression(), Tribuo.xgboostRegression().rounds(5));

    private static double[] scores(Trainer<?> trainer, TrainingSet training, Dataset rows) {
        TrainedModel model = trainer.train(training, Progress.NONE);
        List<String> outputs = AgreementTest.outputs(training.truth());
        try (OpenModel open = Tribuo.modelFormat().open(model.reference().orElseThrow(), training.space(), outputs)) {
            double[] scores = open.score(rows);
            double[] flat = Walker.score(model.form().orElseThrow(), rows, training.space());
            assertThat(flat).containsExactly(scores, org.assertj.core.data.Offset.offset(3e-6));
            return scores;
        }
    }

    private static void assertRefused(Trainer<?> trainer, TrainingSet rows, String... words) {
        assertThatThrownBy(() -> trainer.train(rows, Progress.NONE))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    @Tag("T16")
    void oneClassTeachesNothing() {
        TrainingSet rows = SmallRows.with(SmallRows.column(1, 2, 3), SmallRows.truth(1, 1, 1));
        CLASSIFIERS.forEach(trainer -> assertRefused(trainer, rows, "'yes'", "at least two classes"));
    }

    @Test
    @Tag("T16")
    void noRowTeachesNothing() {
        TrainingSet rows = SmallRows.with(SmallRows.column(), SmallRows.truth());
        CLASSIFIERS.forEach(trainer -> assertRefused(trainer, rows, "there are no rows"));
        TrainingSet numbers = SmallRows.with(SmallRows.column(), NumberTruth.wrap(new double[0]));
        REGRESSIONS.forEach(trainer -> assertRefused(trainer, numbers, "there are no rows"));
    }

    @Test
    @Tag("T16")
    void twoRowsAreEnough() {
        TrainingSet rows = SmallRows.with(SmallRows.column(-1, 1), SmallRows.truth(0, 1));
        for (Trainer<?> trainer : CLASSIFIERS) {
            double[] scores = scores(trainer, rows, rows.features());
            assertThat(scores).hasSize(4);
            assertThat(Arrays.stream(scores)).allMatch(probability -> probability >= 0 && probability <= 1);
        }
    }

    @Test
    @Tag("T16")
    void constantAndMissingColumnsSayNothing() {
        double[] missing = new double[SmallRows.SIZE];
        Arrays.fill(missing, Double.NaN);
        Dataset features = Dataset.of(
                Schema.of(
                        "prepared",
                        Column.of("constant", ColumnType.NUMERIC),
                        Column.of("missing", ColumnType.NUMERIC).nullable(true)),
                List.of(NumericValues.wrap(new double[SmallRows.SIZE]), NumericValues.wrap(missing)));
        TrainingSet rows =
                SmallRows.with(features, SmallRows.classes("no", "yes").truth());
        double[] scores = scores(Tribuo.xgboostClassification().rounds(5), rows, features);
        assertThat(Arrays.stream(scores).distinct().count()).isLessThanOrEqualTo(2);
        REGRESSIONS.forEach(trainer -> assertThat(scores(
                        trainer, SmallRows.with(features, SmallRows.numbers().truth()), features))
                .doesNotContain(Double.NaN));
    }

    @Test
    void aRowWithoutAnyFeatureIsScored() {
        Dataset features = Dataset.of(
                Schema.of("prepared", Column.of("shade", ColumnType.SPARSE)),
                List.of(SparseValues.wrap(
                        List.of("shade=a", "shade=b"), new int[] {0, 1, 2, 2, 2}, new int[] {0, 1}, new double[] {1, 1
                        })));
        TrainingSet rows = SmallRows.with(features, SmallRows.truth(0, 1, 1, 0));
        for (Trainer<?> trainer : CLASSIFIERS) {
            double[] scores = scores(trainer, rows, features);
            assertThat(scores[4] + scores[5]).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    @Tag("T14")
    void anExplicitZeroIsNotMissing() {
        double[] numbers = new double[40];
        int[] codes = new int[40];
        for (int row = 0; row < 40; row++) {
            numbers[row] = row % 2 == 0 ? 0 : Double.NaN;
            codes[row] = row % 2;
        }
        TrainingSet rows = SmallRows.with(SmallRows.column(numbers), SmallRows.truth(codes));
        // a missing value next to zeros alone cannot be split from them by a threshold between two values, but by the
        // side
        Dataset asked = SmallRows.column(0, -0.0, Double.NaN);
        double[] scores = scores(Tribuo.xgboostClassification(), rows, asked);
        assertThat(scores[1]).isEqualTo(scores[3]);
        assertThat(scores[5]).isGreaterThan(scores[1]);
    }

    @Test
    @Tag("T14")
    void aNumberBeyondSinglePrecisionIsRefusedByTrees() {
        TrainingSet rows = SmallRows.with(SmallRows.column(1, 1e300, 3), SmallRows.truth(0, 1, 1));
        assertRefused(Tribuo.xgboostClassification(), rows, "'x'", "row 1", "1.0E300");
    }

    @Test
    @Tag("T14")
    void infinityIsRefusedByAll() {
        TrainingSet rows = SmallRows.with(SmallRows.column(1, Double.NEGATIVE_INFINITY, 3), SmallRows.truth(0, 1, 1));
        CLASSIFIERS.forEach(trainer -> assertRefused(trainer, rows, "'x'", "row 1", "-Infinity"));
    }

    @Test
    @Tag("T14")
    void weightsThatGrowBeyondAllBoundsAreNoModel() {
        TrainingSet rows = SmallRows.with(
                SmallRows.column(1e308, 1e308, -1e308, 1e308, 1e308), NumberTruth.wrap(new double[] {1, 1, 1, 1, 100}));
        assertRefused(Tribuo.linearRegression(), rows, "linear regression", "Standardize");
    }

    @Test
    @Tag("T14")
    void aTargetThatIsNoNumberIsRefused() {
        TrainingSet rows = SmallRows.with(SmallRows.column(1, 2), NumberTruth.wrap(new double[] {1, Double.NaN}));
        REGRESSIONS.forEach(trainer -> assertRefused(trainer, rows, "row 1", "NaN"));
    }

    @Test
    void weightsChangeTheModel() {
        TrainingSet even = SmallRows.classes("no", "yes");
        double[] weights = new double[SmallRows.SIZE];
        Arrays.setAll(weights, row -> row % 3);
        TrainingSet weighted =
                new TrainingSet(even.features(), even.space(), even.truth(), Optional.of(NumericValues.wrap(weights)));
        for (Trainer<?> trainer : CLASSIFIERS) {
            assertThat(trainer.train(weighted, Progress.NONE).form())
                    .isNotEqualTo(trainer.train(even, Progress.NONE).form());
        }
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        TrainingSet even = SmallRows.with(SmallRows.column(1, 2), SmallRows.truth(0, 1));
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            TrainingSet rows = new TrainingSet(
                    even.features(), even.space(), even.truth(), Optional.of(NumericValues.wrap(new double[] {1, bad
                    })));
            CLASSIFIERS.forEach(trainer -> assertRefused(trainer, rows, "weight of row 1", Double.toString(bad)));
        }
        TrainingSet none = new TrainingSet(
                even.features(), even.space(), even.truth(), Optional.of(NumericValues.wrap(new double[2])));
        CLASSIFIERS.forEach(trainer -> assertRefused(trainer, none, "weights of all rows are 0"));
    }

    @Test
    void twoFeaturesOfOneNameAreRefused() {
        Dataset features = Dataset.of(
                Schema.of("prepared", Column.of("a=b", ColumnType.NUMERIC), Column.of("a", ColumnType.SPARSE)),
                List.of(
                        NumericValues.wrap(new double[] {1, 2}),
                        SparseValues.wrap(List.of("a=b"), new int[] {0, 0, 0}, new int[0], new double[0])));
        TrainingSet rows = SmallRows.with(features, SmallRows.truth(0, 1));
        CLASSIFIERS.forEach(trainer -> assertRefused(trainer, rows, "'a=b'", "Rename"));
    }

    @Test
    void rowsWithOtherFeaturesAreNotScored() {
        TrainingSet rows = SmallRows.classes("no", "yes");
        TrainedModel model = Tribuo.logisticRegression().train(rows, Progress.NONE);
        try (OpenModel open =
                Tribuo.modelFormat().open(model.reference().orElseThrow(), rows.space(), List.of("no", "yes"))) {
            assertThatThrownBy(() -> open.score(SmallRows.column(1))).isInstanceOf(SchemaException.class);
        }
    }

    @Test
    void twoModelsDoNotDisturbEachOther() {
        TrainingSet rows = SmallRows.classes("no", "yes");
        int[] turned = new int[SmallRows.SIZE];
        Arrays.setAll(turned, row -> row % 2);
        TrainingSet others = SmallRows.with(rows.features(), SmallRows.truth(turned));
        Xgboost<?> trainer = Tribuo.xgboostClassification().rounds(10);
        double[] alone = scores(trainer, rows, rows.features());
        double[] othersAlone = scores(trainer, others, rows.features());
        assertThat(othersAlone).isNotEqualTo(alone);
        for (int i = 0; i < 5; i++) {
            TrainedModel first = trainer.train(rows, Progress.NONE);
            TrainedModel second = trainer.train(others, Progress.NONE);
            List<String> outputs = List.of("no", "yes");
            try (OpenModel one = Tribuo.modelFormat().open(first.reference().orElseThrow(), rows.space(), outputs);
                    OpenModel two =
                            Tribuo.modelFormat().open(second.reference().orElseThrow(), rows.space(), outputs)) {
                assertThat(one.score(rows.features())).isEqualTo(alone);
                assertThat(two.score(rows.features())).isEqualTo(othersAlone);
                assertThat(one.score(rows.features())).isEqualTo(alone);
            }
        }
    }

    @Test
    void aClosedModelScoresNoMore() {
        TrainingSet rows = SmallRows.classes("no", "yes");
        for (Trainer<?> trainer : CLASSIFIERS) {
            TrainedModel model = trainer.train(rows, Progress.NONE);
            OpenModel open =
                    Tribuo.modelFormat().open(model.reference().orElseThrow(), rows.space(), List.of("no", "yes"));
            open.close();
            open.close();
            assertThatThrownBy(() -> open.score(rows.features())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @Tag("F30")
    void stopsInTheMiddleOfATraining() {
        for (Trainer<?> trainer : List.of(
                Tribuo.xgboostClassification().rounds(50),
                Tribuo.logisticRegression().epochs(50))) {
            AtomicLong last = new AtomicLong();
            assertThatThrownBy(() -> trainer.train(SmallRows.classes("no", "yes"), (done, total) -> {
                        last.set(done);
                        if (done == 7) {
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(last).hasValue(7);
        }
    }
}
