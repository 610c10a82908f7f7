package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Scope;
import io.mlops4j.api.train.FeatureSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreparationCompilerTest {

    private static final Schema INPUT = Schema.of(
            "Row",
            Column.of("x", ColumnType.NUMERIC),
            Column.of("unread", ColumnType.NUMERIC),
            Column.of("color", ColumnType.CATEGORICAL),
            Column.of("at", ColumnType.TIMESTAMP));

    private static final List<Dictionary> CATEGORIES =
            List.of(Dictionary.empty(), Dictionary.empty(), Dictionary.of(List.of("blue", "red")), Dictionary.empty());

    private static FeatureSpace dense(String column) {
        return new FeatureSpace(List.of(new FeatureSpace.Block(column, false, 0, List.of(column))));
    }

    private static Preparation compile(List<FittedPreprocessor> steps, FeatureSpace space) {
        return new PreparationCompiler(INPUT, CATEGORIES).compile(steps, space);
    }

    /** A step that is not column by column. */
    private record Opaque(Scope scope) implements FittedPreprocessor {

        @Override
        public String name() {
            return "lag";
        }

        @Override
        public Schema outputSchema(Schema input) {
            return input;
        }

        @Override
        public Dataset transform(Dataset rows) {
            return rows;
        }

        @Override
        public Map<String, Object> state() {
            return Map.of();
        }
    }

    @Test
    void keepsTheColumnsThatTheModelReadsAndNoOthers() {
        assertThat(compile(List.of(), dense("x")).inputs())
                .extracting(InputColumn::name)
                .containsExactly("x");
    }

    @Test
    void allTransformsOfAStepReadItsInput() {
        List<FittedPreprocessor> steps = List.of(TestStep.of(
                TestStep.number("x", x -> x + 1),
                new io.mlops4j.api.prepare.ColumnTransform(
                        "x", Column.of("twice", ColumnType.NUMERIC), (io.mlops4j.api.prepare.ColumnMap.Numeric)
                                x -> 2 * x)));
        FeatureList features = new FeatureList();

        compile(steps, dense("twice")).columns().get(0).blocks().get(0).ofNumber(5, features);

        assertThat(features.values()).containsExactly(10);
    }

    @Test
    void aStepThatNeedsEarlierRowsIsNamed() {
        assertThatThrownBy(() -> compile(List.of(new Opaque(Scope.HISTORY)), dense("x")))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith(
                        "The step 'lag' needs earlier rows, so the model cannot be deployed row by row.");
    }

    @Test
    void aStepThatDoesNotSayWhatItDoesToColumnsIsNamed() {
        assertThatThrownBy(() -> compile(List.of(new Opaque(Scope.ROW)), dense("x")))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("'lag'")
                .hasMessageContaining("ColumnwisePreprocessor");
    }

    @Test
    void featuresThatThePreparationDoesNotGiveAreRefused() {
        assertThatThrownBy(() -> compile(List.of(), dense("gone"))).hasMessageContaining("'gone'");
        assertThatThrownBy(() -> compile(List.of(), dense("color"))).hasMessageContaining("'color'");
        assertThatThrownBy(() -> compile(List.of(), dense("at"))).hasMessageContaining("'at'");
        List<FittedPreprocessor> hot = List.of(TestStep.of(TestStep.oneHot("color", List.of("red", "blue"))));
        FeatureSpace otherNames =
                new FeatureSpace(List.of(new FeatureSpace.Block("color", true, 0, List.of("blue", "red"))));
        assertThatThrownBy(() -> compile(hot, otherNames)).isInstanceOf(UnsupportedModelException.class);
        assertThatThrownBy(() -> compile(hot, dense("color"))).isInstanceOf(UnsupportedModelException.class);
    }

    @Test
    void mapsThatDoNotFitTheColumnAreRefused() {
        List<FittedPreprocessor> numberOfCategory = List.of(TestStep.of(TestStep.number("color", x -> x)));

        assertThatThrownBy(() -> compile(numberOfCategory, dense("color"))).isInstanceOf(SchemaException.class);
    }

    @Test
    void aModelOfAnotherNumberOfFeaturesIsRefused() {
        Preparation preparation = compile(List.of(), dense("x"));

        assertThatThrownBy(() -> preparation.requireFeatures(2))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith("The preparation gives 1 features, the model reads 2");
    }
}
