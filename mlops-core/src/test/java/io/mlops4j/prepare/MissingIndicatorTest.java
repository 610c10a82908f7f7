package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.prepare.Preprocessors.missingIndicator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MissingIndicatorTest {

    private static final Column INDICATOR = Column.of("x_missing", ColumnType.BOOLEAN);

    @Test
    void aNewColumnSaysWhatIsMissingAndTheOldOneStays() {
        Dataset rows = Rows.numbers(0, Double.NaN, 2);
        Dataset after = missingIndicator(numeric()).fit(rows).training();

        assertThat(after.schema()).isEqualTo(rows.schema().with(INDICATOR));
        assertThat(missingIndicator(numeric()).outputSchema(rows.schema())).isEqualTo(after.schema());
        assertThat(after.numeric("x_missing").toArray()).containsExactly(0, 1, 0);
        assertThat(after.numeric("x").toArray()).containsExactly(0, Double.NaN, 2);
    }

    @Test
    @Tag("T15")
    void theEmptyTextIsNotMissing() {
        Dataset categories = Rows.categories("", null, "a");
        Dataset texts = Rows.of(Column.of("x", ColumnType.TEXT).nullable(true), "", null, "a");
        Dataset flags = Rows.of(Rows.FLAG.nullable(true), false, null, true);

        for (Dataset rows : new Dataset[] {categories, texts, flags}) {
            assertThat(missingIndicator(named("x"))
                            .fit(rows)
                            .training()
                            .numeric("x_missing")
                            .toArray())
                    .containsExactly(0, 1, 0);
        }
    }

    @Test
    void aColumnThatIsNeverMissingGetsNone() {
        Schema schema = Schema.of(
                "Rows", Rows.NUMBER, Column.of("y", ColumnType.NUMERIC).nullable(true));

        assertThat(missingIndicator(numeric()).outputSchema(schema).describe()).isEqualTo("x, y, y_missing");
    }

    @Test
    void afterTheImputationItIsRefused() {
        assertThatThrownBy(() -> missingIndicator(numeric()).outputSchema(Schema.of("Rows", Rows.NUMBER)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("missingIndicator() was given no column that may be missing: [x]."
                        + " Put it before the imputation, or leave it out.");
    }

    @Test
    void aColumnThatIsThereIsNotOverwritten() {
        Schema schema = Schema.of("Rows", Rows.NUMBER.nullable(true), Column.of("x_missing", ColumnType.NUMERIC));

        assertThatThrownBy(() -> missingIndicator(named("x")).outputSchema(schema))
                .isInstanceOf(SchemaException.class)
                .hasMessage("missingIndicator() adds a column 'x_missing', but Rows has one already."
                        + " Rename that one, or leave 'x' out of the step.");
    }
}
