package io.mlops4j.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Parameters, checks of columns, lineage and the ways in. */
class SettingsTest {

    private static final Xgboost<Classification> XGBOOST = Tribuo.xgboostClassification();

    private static void assertRefused(Runnable setting, String message) {
        assertThatThrownBy(setting::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void sayWhichRangeAValueMissed() {
        assertRefused(() -> Tribuo.logisticRegression().epochs(0), "epochs must be from 1 to 10000, not 0.");
        assertRefused(() -> Tribuo.linearRegression().epochs(10_001), "epochs must be from 1 to 10000, not 10001.");
        assertRefused(
                () -> Tribuo.linearRegression().learningRate(0), "learningRate must be a number above 0.0, not 0.0.");
        assertRefused(
                () -> Tribuo.logisticRegression().learningRate(Double.NaN),
                "learningRate must be a number above 0.0, not NaN.");
        assertRefused(() -> XGBOOST.rounds(0), "rounds must be from 1 to 10000, not 0.");
        assertRefused(() -> XGBOOST.depth(17), "depth must be from 1 to 16, not 17.");
        assertRefused(() -> XGBOOST.learningRate(1.5), "learningRate must be above 0.0 and at most 1.0, not 1.5.");
        assertRefused(() -> XGBOOST.subsample(0), "subsample must be above 0.0 and at most 1.0, not 0.0.");
        assertRefused(() -> XGBOOST.columnSample(-1), "columnSample must be above 0.0 and at most 1.0, not -1.0.");
        assertRefused(() -> XGBOOST.minChildWeight(-1), "minChildWeight must be a number of at least 0, not -1.0.");
        assertRefused(() -> XGBOOST.lambda(Double.NaN), "lambda must be a number of at least 0, not NaN.");
        assertRefused(
                () -> XGBOOST.alpha(Double.POSITIVE_INFINITY), "alpha must be a number of at least 0, not Infinity.");
        assertRefused(() -> XGBOOST.gamma(-0.1), "gamma must be a number of at least 0, not -0.1.");
        assertRefused(() -> XGBOOST.threads(0), "threads must be from 1 to 1024, not 0.");
        assertRefused(() -> XGBOOST.seed(-1), "seed must be from 0 to 2147483647, not -1.");
    }

    @Test
    void tellEveryParameter() {
        Map<String, Object> changed = XGBOOST.rounds(7)
                .depth(3)
                .learningRate(0.1)
                .minChildWeight(2)
                .subsample(0.5)
                .columnSample(0.6)
                .lambda(3)
                .alpha(4)
                .gamma(5)
                .treeMethod(TreeMethod.APPROX)
                .threads(2)
                .seed(9)
                .parameters();
        assertThat(changed)
                .isEqualTo(Map.ofEntries(
                        Map.entry("rounds", 7),
                        Map.entry("depth", 3),
                        Map.entry("learningRate", 0.1),
                        Map.entry("minChildWeight", 2.0),
                        Map.entry("subsample", 0.5),
                        Map.entry("columnSample", 0.6),
                        Map.entry("lambda", 3.0),
                        Map.entry("alpha", 4.0),
                        Map.entry("gamma", 5.0),
                        Map.entry("treeMethod", "approx"),
                        Map.entry("seed", 9L)));
        assertThat(XGBOOST.parameters()).containsEntry("rounds", 100).doesNotContainKey("threads");
        assertThat(XGBOOST.execution()).containsEntry("threads", 1);
        assertThat(Tribuo.logisticRegression()
                        .epochs(3)
                        .learningRate(0.5)
                        .seed(1)
                        .parameters())
                .containsEntry("epochs", 3)
                .containsEntry("learningRate", 0.5)
                .containsEntry("seed", 1L);
    }

    /** A parameter that is told but not given to XGBoost would change nothing. */
    @Test
    void everyParameterOfTheTreesChangesThem() {
        var rows = SmallRows.classes("no", "yes");
        Xgboost<Classification> usual = XGBOOST.rounds(6);
        var trees = usual.train(rows, Progress.NONE).form();
        for (Xgboost<Classification> other : List.of(
                usual.rounds(5),
                usual.depth(1),
                usual.learningRate(0.1),
                usual.minChildWeight(5),
                usual.subsample(0.5),
                usual.columnSample(0.5),
                usual.lambda(9),
                usual.alpha(1),
                usual.gamma(2),
                usual.treeMethod(TreeMethod.EXACT))) {
            assertThat(other.train(rows, Progress.NONE).form())
                    .as(other.parameters().toString())
                    .isNotEqualTo(trees);
        }
    }

    @Test
    void listEveryColumnThatDoesNotFit() {
        Schema raw = Schema.of(
                "prepared",
                Column.of("port", ColumnType.CATEGORICAL),
                Column.of("age", ColumnType.NUMERIC).nullable(true),
                Column.of("note", ColumnType.TEXT),
                Column.of("when", ColumnType.TIMESTAMP),
                Column.of("fare", ColumnType.NUMERIC));
        assertThatThrownBy(() -> Tribuo.logisticRegression().check(raw, Target.category("survived")))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        e -> assertThat(e.differences())
                                .containsExactly(
                                        "the feature 'port' is categorical; encode it, for example by oneHot()",
                                        "'age' may be missing, and logistic regression cannot use missing values; impute it",
                                        "the feature 'note' is text; turn it into numbers, or drop it",
                                        "the feature 'when' is a timestamp; give the row what matters of it as numbers, for example the hour and the day of the week, and drop it"));
        assertThatThrownBy(() -> XGBOOST.check(raw, Target.category("survived")))
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.differences()).hasSize(3));
    }

    @Test
    void refuseTheOtherKindOfTarget() {
        Schema fare = Schema.of("prepared", Column.of("fare", ColumnType.NUMERIC));
        for (Trainer<?> trainer : List.of(Tribuo.logisticRegression(), XGBOOST)) {
            assertThatThrownBy(() -> trainer.check(fare, Target.number("price")))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("predicts a class");
        }
        for (Trainer<?> trainer : List.of(Tribuo.linearRegression(), Tribuo.xgboostRegression())) {
            assertThatThrownBy(() -> trainer.check(fare, Target.category("kind")))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("predicts a number");
        }
    }

    @Test
    void refuseToLearnFromNoFeature() {
        Schema none = Schema.of("prepared");
        assertThatThrownBy(() -> XGBOOST.check(none, Target.category("kind")))
                .hasMessageContaining("at least one feature");
    }

    @Test
    void tellTheVersionsOfTheLibraries() {
        assertThat(XGBOOST.rounds(1)
                        .train(SmallRows.classes("no", "yes"), Progress.NONE)
                        .lineage())
                .containsEntry("tribuo", "4.3.2")
                .containsEntry("xgboost", "3.4.0")
                .containsEntry("treeMethod", "hist");
        assertThat(Tribuo.logisticRegression()
                        .train(SmallRows.classes("no", "yes"), Progress.NONE)
                        .lineage())
                .containsEntry("tribuo", "4.3.2");
    }

    @Test
    void theFormatIsFoundAsAService() {
        assertThat(ServiceLoader.load(ModelFormat.class))
                .hasExactlyElementsOfTypes(TribuoFormat.class)
                .allMatch(format -> format.name().equals("tribuo-protobuf"));
    }

    @Test
    void anErrorOfXgboostComesWithoutTimeAddressesAndPaths() {
        Executable failing = () -> NativeWork.run("train", InvalidDataException::new, () -> {
            throw new XGBoostError(
                    "[12:34:56] /src/data/data.cc:1161: Check failed: too few rows\nStack trace:\n  [bt] (0) x");
        });
        assertThatThrownBy(failing::execute).hasMessage("XGBoost could not train: Check failed: too few rows");
    }
}
