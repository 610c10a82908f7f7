package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.SchemaException;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final Schema SCHEMA = Schema.of(
            "S",
            Column.of("id", ColumnType.NUMERIC).as(Role.KEY),
            Column.of("a", ColumnType.NUMERIC),
            Column.of("b", ColumnType.CATEGORICAL),
            Column.of("c", ColumnType.NUMERIC),
            Column.of("label", ColumnType.CATEGORICAL).as(Role.TARGET));

    @Test
    void choosesFeaturesByTypeAndNeverAKeyOrATarget() {
        assertThat(Columns.numeric().select(SCHEMA)).extracting(Column::name).containsExactly("a", "c");
        assertThat(Columns.categorical().select(SCHEMA))
                .extracting(Column::name)
                .containsExactly("b");
    }

    @Test
    void choosesByNameInAnyRoleInTheOrderOfTheSchema() {
        assertThat(Columns.named("label", "id").select(SCHEMA))
                .extracting(Column::name)
                .containsExactly("id", "label");
    }

    @Test
    void saysSoWhenNothingFits() {
        assertThatThrownBy(() -> Columns.booleans().select(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("no boolean feature");
        assertThatThrownBy(() -> Columns.named("labl").select(SCHEMA))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Did you mean 'label'?");
        assertThatThrownBy(Columns::named).isInstanceOf(IllegalArgumentException.class);
    }
}
