package io.mlops4j.api.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnwisePreprocessorTest {

    private static final Column A = Column.of("a", ColumnType.NUMERIC);
    private static final Column B = Column.of("b", ColumnType.NUMERIC);
    private static final Column C = Column.of("c", ColumnType.CATEGORICAL);
    private static final Schema SCHEMA = Schema.of("Rows", A, B, C);
    private static final Dataset ROWS = Dataset.of(
            SCHEMA,
            List.of(
                    NumericValues.wrap(new double[] {1, 2}),
                    NumericValues.wrap(new double[] {10, 20}),
                    CategoricalValues.wrap(new int[] {0, 0}, Dictionary.of(List.of("x")))));

    private static final ColumnMap.Numeric SAME = value -> value;
    private static final ColumnMap.Numeric NEGATED = value -> -value;

    private record Step(List<ColumnTransform> transforms, List<String> dropped) implements ColumnwisePreprocessor {

        Step(ColumnTransform... transforms) {
            this(List.of(transforms), List.of());
        }

        @Override
        public String name() {
            return "step";
        }

        @Override
        public Map<String, Object> state() {
            return Map.of();
        }
    }

    @Test
    void aColumnIsWrittenInItsPlaceAndTheOthersAreShared() {
        Dataset after = new Step(new ColumnTransform("a", A, NEGATED)).transform(ROWS);

        assertThat(after.schema()).isEqualTo(SCHEMA);
        assertThat(after.numeric("a").toArray()).containsExactly(-1, -2);
        assertThat(after.values("b")).isSameAs(ROWS.values("b"));
        assertThat(after.values("c")).isSameAs(ROWS.values("c"));
    }

    @Test
    void aNewColumnComesLast() {
        Column added = Column.of("d", ColumnType.NUMERIC);
        Dataset after = new Step(new ColumnTransform("a", added, NEGATED)).transform(ROWS);

        assertThat(after.schema().describe()).isEqualTo("a, b, c, d");
        assertThat(after.numeric("d").toArray()).containsExactly(-1, -2);
        assertThat(after.numeric("a").toArray()).containsExactly(1, 2);
    }

    @Test
    void allTransformsReadWhatTheStepWasGiven() {
        Step swap = new Step(new ColumnTransform("a", B, SAME), new ColumnTransform("b", A, SAME));

        assertThat(swap.transform(ROWS).numeric("a").toArray()).containsExactly(10, 20);
        assertThat(swap.transform(ROWS).numeric("b").toArray()).containsExactly(1, 2);
    }

    @Test
    void aColumnCanEndAfterItWasRead() {
        Column added = Column.of("d", ColumnType.NUMERIC);
        Step step = new Step(List.of(new ColumnTransform("a", added, SAME)), List.of("a", "c"));

        assertThat(step.outputSchema(SCHEMA).describe()).isEqualTo("b, d");
        assertThat(step.transform(ROWS).schema()).isEqualTo(step.outputSchema(SCHEMA));
        assertThat(step.transform(ROWS).numeric("d").toArray()).containsExactly(1, 2);
    }

    @Test
    void whatComesOutIsWhatTheSchemaPromised() {
        Step step = new Step(new ColumnTransform("a", A.nullable(true), NEGATED));

        assertThat(step.transform(ROWS).schema()).isEqualTo(step.outputSchema(SCHEMA));
        assertThat(step.outputSchema(SCHEMA).column("a").nullable()).isTrue();
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        Step step = new Step(new ColumnTransform("aa", A, SAME));

        assertThatThrownBy(() -> step.outputSchema(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("no column 'aa' in Rows. Did you mean 'a'?");
        assertThatThrownBy(() -> new Step(List.of(), List.of("z")).transform(ROWS))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("no column 'z' in Rows.");
    }

    @Test
    void aColumnOfAnotherTypeIsRefusedByBatchAndSchemaAlike() {
        Step number = new Step(new ColumnTransform("c", C.as(ColumnType.NUMERIC), SAME));
        Step name = new Step(new ColumnTransform("a", A, (ColumnMap.Encoding) value -> 1));
        Step category =
                new Step(new ColumnTransform("a", A.as(ColumnType.CATEGORICAL), (ColumnMap.Category) value -> value));

        assertThatThrownBy(() -> number.transform(ROWS))
                .isInstanceOf(SchemaException.class)
                .hasMessage("the column 'c' of Rows is categorical, but the step was fitted on numbers."
                        + " Give it the columns that it was fitted on.");
        assertThatThrownBy(() -> name.outputSchema(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("is numeric, but the step was fitted on names");
        assertThatThrownBy(() -> category.outputSchema(SCHEMA)).isInstanceOf(SchemaException.class);
    }

    @Test
    void booleansAreNumbersAndTextsAreNames() {
        Schema schema = Schema.of("Rows", A.as(ColumnType.BOOLEAN), C.as(ColumnType.TEXT));
        Step step = new Step(
                new ColumnTransform("a", A, SAME),
                new ColumnTransform("c", C.as(ColumnType.BOOLEAN), (ColumnMap.Encoding) value -> 1));

        assertThat(step.outputSchema(schema).columns()).containsExactly(A, C.as(ColumnType.BOOLEAN));
    }

    @Test
    void aRowIsAllThatItNeedsToSee() {
        assertThat(new Step().scope()).isEqualTo(Scope.ROW);
    }

    @Test
    void aFitMakesTheTrainingRowsOfTheNextStep() {
        Step step = new Step(new ColumnTransform("a", A, NEGATED));
        Fit fit = Fit.of(step, ROWS);

        assertThat(fit.fitted()).isSameAs(step);
        assertThat(fit.training().numeric("a").toArray()).containsExactly(-1, -2);
    }
}
