package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.SchemaException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final Schema PASSENGER = Schema.of(
            "Passenger",
            Column.of("sex", ColumnType.CATEGORICAL),
            Column.of("pclass", ColumnType.NUMERIC),
            Column.of("age", ColumnType.NUMERIC).nullable(true),
            Column.of("survived", ColumnType.CATEGORICAL).as(Role.TARGET));

    @Test
    void namesTheNearestColumnWhenOneIsNotThere() {
        assertThatThrownBy(() -> PASSENGER.column("aeg"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("no column 'aeg' in Passenger. Did you mean 'age'? Columns: sex, pclass, age, survived.");
    }

    @Test
    void namesNoNearestColumnWhenNoneIsNear() {
        assertThatThrownBy(() -> PASSENGER.position("fingerprint"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("no column 'fingerprint' in Passenger. Columns: sex, pclass, age, survived.");
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        Column age = Column.of("age", ColumnType.NUMERIC);
        assertThatThrownBy(() -> Schema.of("Twice", age, age.nullable(true)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("'age'");
    }

    @Test
    void findsColumnsByNameAndPosition() {
        assertThat(PASSENGER.position("age")).isEqualTo(2);
        assertThat(PASSENGER.find("age")).isEqualTo(OptionalInt.of(2));
        assertThat(PASSENGER.find("Age")).isEmpty();
        assertThat(PASSENGER.contains("sex")).isTrue();
        assertThat(PASSENGER.column("age").nullable()).isTrue();
    }

    @Test
    void keepsTheTargetOutOfTheFeatures() {
        assertThat(PASSENGER.features().describe()).isEqualTo("sex, pclass, age");
        assertThat(PASSENGER.withRole(Role.TARGET)).extracting(Column::name).containsExactly("survived");
    }

    @Test
    void replacesAColumnInItsPlaceAndAddsANewOneAtTheEnd() {
        Schema changed = PASSENGER
                .with(Column.of("age", ColumnType.TEXT))
                .with(Column.of("fare", ColumnType.NUMERIC))
                .without("sex");
        assertThat(changed)
                .hasToString("Passenger[pclass: numeric, age: text, survived: categorical (target), fare: numeric]");
        assertThat(PASSENGER.column("age").type()).isEqualTo(ColumnType.NUMERIC);
        assertThat(PASSENGER
                        .with(List.of(
                                Column.of("fare", ColumnType.TEXT),
                                Column.of("age", ColumnType.TEXT),
                                Column.of("fare", ColumnType.NUMERIC)))
                        .without("sex"))
                .as("many at once, the last of a name counts")
                .isEqualTo(changed);
    }

    @Test
    void isEqualByItsColumnsWhateverItIsCalled() {
        assertThat(Schema.of("Other", PASSENGER.columns())).isEqualTo(PASSENGER).hasSameHashCodeAs(PASSENGER);
        assertThat(PASSENGER.without("sex")).isNotEqualTo(PASSENGER);
    }

    @Test
    void refusesAColumnWithoutAName() {
        assertThatThrownBy(() -> Column.of(" ", ColumnType.NUMERIC)).isInstanceOf(IllegalArgumentException.class);
    }
}
