package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.prepare.Preprocessors.clip;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.FittedPreprocessor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnwiseStepTest {

    private static final Column AGE = Column.of("age", ColumnType.NUMERIC).nullable(true);
    private static final Column FARE = Column.of("fare", ColumnType.NUMERIC);
    private static final Column PORT = Column.of("port", ColumnType.CATEGORICAL);
    private static final Column PAID = Column.of("paid", ColumnType.NUMERIC).as(Role.TARGET);
    private static final Schema SCHEMA = Schema.of("Passenger", AGE, PORT, FARE, PAID);
    private static final Dataset ROWS = Rows.table(
            SCHEMA, new Object[] {10.0, "S", 1.0, 100.0}, new Object[] {null, "C", 2.0, 200.0}, new Object[] {
                30.0, "S", 3.0, 300.0
            });

    @Test
    void changesTheChosenFeaturesAndNothingElse() {
        Dataset after = impute(numeric(), median()).fit(ROWS).training();

        assertThat(after.schema().columns()).containsExactly(AGE.nullable(false), PORT, FARE, PAID);
        assertThat(after.numeric("age").toArray()).containsExactly(10, 20, 30);
        assertThat(after.values("port")).isSameAs(ROWS.values("port"));
        assertThat(after.values("paid")).isSameAs(ROWS.values("paid"));
    }

    @Test
    void learnsEachColumnByItself() {
        Dataset after = standardize(named("fare", "age")).fit(ROWS).training();

        assertThat(after.numeric("age").toArray()).containsExactly(-1, Double.NaN, 1);
        assertThat(after.numeric("fare").toArray()[2]).isEqualTo(1 / Math.sqrt(2.0 / 3));
    }

    @Test
    void aFittedStepDoesTheSameToRowsWithoutTheTarget() {
        FittedPreprocessor fitted = Rows.fit(impute(numeric(), median()), ROWS);
        Dataset served = ROWS.columns(SCHEMA.features());

        assertThat(fitted.transform(served).numeric("age").toArray()).containsExactly(10, 20, 30);
        assertThat(fitted.outputSchema(served.schema()).describe()).isEqualTo("age, port, fare");
    }

    @Test
    void stepsFollowOneAnother() {
        Fit imputed = impute(numeric(), median()).fit(ROWS);
        Fit scaled = standardize(numeric()).fit(imputed.training());
        Dataset after = oneHot(named("port")).fit(scaled.training()).training();

        assertThat(after.schema().columns().stream().map(Column::type))
                .containsExactly(ColumnType.NUMERIC, ColumnType.SPARSE, ColumnType.NUMERIC, ColumnType.NUMERIC);
    }

    @Test
    void theTargetIsNotPrepared() {
        assertThatThrownBy(() -> standardize(named("paid")).outputSchema(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessage("the column 'paid' has the role target, but standardize() works on features."
                        + " Choose other columns.");
    }

    @Test
    void anUnknownColumnIsNamedWithItsNeighbour() {
        assertThatThrownBy(() -> impute("aeg", median()).outputSchema(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessage("no column 'aeg' in Passenger. Did you mean 'age'? Columns: age, port, fare, paid.");
    }

    @Test
    void aSelectorThatChoosesNothingIsRefused() {
        assertThatThrownBy(() -> clip(schema -> List.of(), 0, 1).outputSchema(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessage("no column was chosen for clip(0.0, 1.0). Columns: age, port, fare, paid."
                        + " Leave the step out, or name the columns.");
    }

    @Test
    void aSelectorThatNamesAColumnTwiceMeansItOnce() {
        FittedPreprocessor fitted = Rows.fit(clip(schema -> List.of(FARE, FARE), 0, 1), ROWS);

        assertThat((List<?>) fitted.state().get("columns")).hasSize(1);
    }

    @Test
    void aFittedStepRefusesRowsWithoutItsColumn() {
        FittedPreprocessor fitted = Rows.fit(standardize(named("age")), ROWS);

        assertThatThrownBy(() -> fitted.transform(ROWS.columns(Schema.of("Request", FARE))))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("no column 'age' in Request");
    }

    @Test
    void aFittedStepRefusesAColumnOfAnotherType() {
        FittedPreprocessor fitted = Rows.fit(standardize(named("age")), ROWS);
        Dataset other = Rows.of(Column.of("age", ColumnType.CATEGORICAL), "old");

        assertThatThrownBy(() -> fitted.transform(other))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("the column 'age' of Rows is categorical, but the step was fitted on numbers");
    }

    @Test
    void theSameRowsGiveAnEqualStep() {
        FittedPreprocessor once = Rows.fit(standardize(numeric()), ROWS);
        FittedPreprocessor again = Rows.fit(standardize(numeric()), ROWS);
        FittedPreprocessor other = Rows.fit(standardize(named("age")), ROWS);

        assertThat(once).isEqualTo(again).hasSameHashCodeAs(again).isNotEqualTo(other);
        assertThat(once).hasToString(again.toString()).asString().startsWith("standardize[");
    }
}
