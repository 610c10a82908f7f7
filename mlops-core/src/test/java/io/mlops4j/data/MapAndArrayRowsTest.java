package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapAndArrayRowsTest {

    private static final Schema TRIP = Schema.of(
            "Trip",
            Column.of("km", ColumnType.NUMERIC).nullable(true),
            Column.of("day", ColumnType.CATEGORICAL).nullable(true),
            Column.of("note", ColumnType.TEXT).nullable(true),
            Column.of("start", ColumnType.TIMESTAMP).nullable(true),
            Column.of("paid", ColumnType.BOOLEAN).nullable(true));

    @Test
    void readsMapsOfValues() {
        Map<String, Object> trip = Map.of(
                "km", 12, "day", "MONDAY", "note", "rain", "start", Instant.EPOCH, "paid", true, "further", "ignored");
        Dataset trips = Dataset.of(Rows.maps(TRIP), List.of(trip));
        assertThat(trips.numeric("km").get(0)).isEqualTo(12);
        assertThat(trips.values("day").text(0)).isEqualTo("MONDAY");
        assertThat(trips.values("note").text(0)).isEqualTo("rain");
        assertThat(trips.values("start").text(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(trips.numeric("paid").get(0)).isEqualTo(1);
    }

    @Test
    void readsEnumsDatesAndOptionals() {
        Dataset trips = Dataset.of(
                Rows.maps(TRIP),
                List.of(Map.of(
                        "km",
                        Optional.of(2.5),
                        "day",
                        DayOfWeek.MONDAY,
                        "start",
                        LocalDate.EPOCH,
                        "note",
                        Optional.empty())));
        assertThat(trips.numeric("km").get(0)).isEqualTo(2.5);
        assertThat(trips.values("day").text(0)).isEqualTo("MONDAY");
        assertThat(trips.values("start").text(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(trips.values("note").missing(0)).isTrue();
    }

    @Test
    @Tag("T15")
    void takesAbsentAndNullForMissing() {
        Map<String, @Nullable Object> nulls = new HashMap<>();
        nulls.put("km", null);
        Dataset trips = Dataset.of(Rows.maps(TRIP), List.of(Map.<String, Object>of(), nulls));
        for (Column column : TRIP.columns()) {
            assertThat(trips.values(column.name()).missing(0)).isTrue();
            assertThat(trips.values(column.name()).missing(1)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"km, Number", "day, String", "note, String", "start, Instant", "paid, Boolean"})
    @Tag("T18")
    void refusesAValueOfAnotherType(String column, String expected) {
        RowReader<Map<String, ?>> rows = Rows.maps(TRIP);
        assertThatThrownBy(() -> Dataset.of(rows, List.of(Map.of(column, List.of("secret")))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("Trip, column '" + column + "': a value is of type ")
                .hasMessageEndingWith(", expected " + expected + ".")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void doesNotTakeATextForANumber() {
        assertThatThrownBy(() -> Dataset.of(Rows.maps(TRIP), List.of(Map.of("km", "12"))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("Trip, column 'km': a value is of type String, expected Number.");
    }

    @Test
    void readsArraysInTheOrderOfTheSchema() {
        @Nullable Object[] row = {1.5, "SUNDAY", null, null, false};
        Dataset trips = Dataset.of(Rows.arrays(TRIP), Arrays.<@Nullable Object[]>asList(row, row));
        assertThat(trips.size()).isEqualTo(2);
        assertThat(trips.numeric("km").get(1)).isEqualTo(1.5);
        assertThat(trips.values("note").missing(1)).isTrue();
    }

    @Test
    @Tag("T18")
    void refusesArraysOfAnotherLengthAndRowsThatAreNull() {
        assertThatThrownBy(() -> Dataset.of(Rows.arrays(TRIP), List.<Object[]>of(new Object[] {1, "MONDAY"})))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("Trip: a row has 2 values, expected 5: km, day, note, start, paid.");
        assertThatThrownBy(() -> Dataset.of(Rows.arrays(TRIP), Arrays.asList((Object[]) null, null)))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Dataset.of(Rows.maps(TRIP), Arrays.asList((Map<String, Object>) null)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("null");
    }

    @Test
    void refusesASparseColumnAtOnce() {
        Schema sparse = Schema.of("S", Column.of("words", ColumnType.SPARSE));
        assertThatThrownBy(() -> Rows.maps(sparse)).isInstanceOf(SchemaException.class);
        assertThatThrownBy(() -> Rows.arrays(sparse)).isInstanceOf(SchemaException.class);
    }
}
