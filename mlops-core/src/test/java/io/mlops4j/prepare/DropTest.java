package io.mlops4j.prepare;

import static io.mlops4j.prepare.Preprocessors.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import org.junit.jupiter.api.Test;

class DropTest {

    private static final Schema SCHEMA = Schema.of(
            "Passenger",
            Column.of("age", ColumnType.NUMERIC),
            Column.of("port", ColumnType.CATEGORICAL),
            Column.of("fare", ColumnType.NUMERIC),
            Column.of("survived", ColumnType.CATEGORICAL).as(Role.TARGET));

    @Test
    void theColumnsEndAndTheOthersPassUnchanged() {
        Dataset rows = Rows.table(SCHEMA, new Object[] {29.0, "S", 7.25, "1"}, new Object[] {2.0, "C", 10.5, "0"});
        Dataset after = drop("age", "port").fit(rows).training();

        assertThat(after.schema().describe()).isEqualTo("fare, survived");
        assertThat(after.schema()).isEqualTo(drop("age", "port").outputSchema(SCHEMA));
        assertThat(after.numeric("fare").toArray()).containsExactly(7.25, 10.5);
        assertThat(Rows.texts(after.values("survived"))).containsExactly("1", "0");
    }

    @Test
    void anUnknownColumnIsNamedWithItsNeighbour() {
        assertThatThrownBy(() -> drop("aeg").outputSchema(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessage("no column 'aeg' in Passenger. Did you mean 'age'? Columns: age, port, fare, survived.");
    }

    @Test
    void theTargetCannotBeDropped() {
        assertThatThrownBy(() -> drop("survived").outputSchema(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "the column 'survived' has the role target, but drop() works on features. Choose other columns.");
    }

    @Test
    void needsColumnsEachOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> drop());
        assertThatIllegalArgumentException().isThrownBy(() -> drop("age", "age"));
    }

    @Test
    void isRestoredFromItsState() {
        Dataset rows = Rows.table(SCHEMA, new Object[] {29.0, "S", 7.25, "1"});
        var fitted = drop("age").fit(rows).fitted();

        assertThat(fitted.name()).isEqualTo(drop("age").name()).isEqualTo("drop");
        assertThat(Rows.restore("drop", fitted.state())).isEqualTo(fitted);
    }
}
