package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.predict.Passengers.Passenger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("T17")
class SchemaMatchTest {

    private static final Schema MODEL = Schema.of(
            "Passenger",
            Column.of("sex", ColumnType.CATEGORICAL),
            Column.of("age", ColumnType.NUMERIC).nullable(true),
            Column.of("fare", ColumnType.NUMERIC),
            Column.of("port", ColumnType.CATEGORICAL).nullable(true));

    @Test
    void everyDifferenceIsListedAtOnce() {
        Schema reader = Schema.of(
                "Traveller",
                Column.of("gender", ColumnType.CATEGORICAL),
                Column.of("age", ColumnType.TEXT).nullable(true),
                Column.of("fare", ColumnType.NUMERIC).nullable(true),
                Column.of("prot", ColumnType.CATEGORICAL));

        assertThatThrownBy(() -> SchemaMatch.of(MODEL, reader))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        e -> assertThat(e.differences())
                                .satisfiesExactly(
                                        sex -> assertThat(sex)
                                                .startsWith("column sex: categorical is not there. Add it"),
                                        age -> assertThat(age)
                                                .isEqualTo("column 'age' is text, the model was trained on numeric."),
                                        fare -> assertThat(fare)
                                                .startsWith(
                                                        "column 'fare' may be missing, the model was trained on a column that never was."),
                                        port -> assertThat(port)
                                                .contains("is not there, but 'prot' is. If it was renamed")))
                .hasMessageStartingWith(
                        "Traveller does not match the model, which was trained on Passenger (sex, age, fare, port):");
    }

    @Test
    void moreColumnsThanTheModelKnowsAreNamed() {
        Schema reader = MODEL.with(Column.of("cabin", ColumnType.TEXT)).with(Column.of("deck", ColumnType.NUMERIC));

        assertThat(SchemaMatch.of(MODEL, reader)).isEqualTo(new SchemaMatch(List.of("cabin", "deck"), List.of()));
    }

    @Test
    void aColumnThatIsNeverMissingMayStandForOneThatMayBe() {
        Schema reader = MODEL.with(Column.of("age", ColumnType.NUMERIC));

        assertThat(SchemaMatch.of(MODEL, reader)).isEqualTo(new SchemaMatch(List.of(), List.of()));
    }

    @Test
    void aNullableColumnThatIsNotThereIsMissingInEveryRowAndCounted() {
        BoundModel<Passenger> whole = Passengers.compile(Passengers.LINEAR).bind(Passengers.READER);
        BoundModel<Passenger> without = Passengers.compile(Passengers.LINEAR)
                .bind(Passengers.reader(Passengers.SCHEMA.without("port").without("age")));

        double score = without.score(new Passenger("female", 40.0, 50, "S"));

        assertThat(score).isEqualTo(whole.score(new Passenger("female", null, 50, null)));
        assertThat(without.absentColumns()).containsExactly("age", "port");
        assertThat(without.counts()).contains(new InputCounts("age", 1, 0, 0), new InputCounts("port", 1, 0, 0));
    }

    @Test
    void columnsMayComeInAnyOrderWithOthersBetween() {
        Schema shuffled = Schema.of(
                "Shuffled",
                Column.of("port", ColumnType.CATEGORICAL).nullable(true),
                Column.of("cabin", ColumnType.TEXT).nullable(true),
                Column.of("fare", ColumnType.NUMERIC),
                Column.of("age", ColumnType.NUMERIC).nullable(true),
                Column.of("sex", ColumnType.CATEGORICAL));
        Passenger row = new Passenger("female", 40.0, 50, "S");

        BoundModel<Passenger> model = Passengers.compile(Passengers.LINEAR).bind(Passengers.reader(shuffled));

        assertThat(model.score(row))
                .isEqualTo(Passengers.compile(Passengers.LINEAR)
                        .bind(Passengers.READER)
                        .score(row));
        assertThat(model.extraColumns()).containsExactly("cabin");
    }

    @Test
    void aNullableColumnThatMovedIntoANestedRecordIsNotTakenAsMissing() {
        Schema reader = MODEL.without("age")
                .with(Column.of("person.age", ColumnType.NUMERIC).nullable(true));

        assertThatThrownBy(() -> SchemaMatch.of(MODEL, reader))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("is not there, but 'person.age' is. If it was renamed, give it its old name.");
    }
}
