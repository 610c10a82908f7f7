package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.InvalidDataException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetBuilderTest {

    private static final Schema STRICT = Schema.of(
            "Trip",
            Column.of("km", ColumnType.NUMERIC),
            Column.of("mode", ColumnType.CATEGORICAL),
            Column.of("note", ColumnType.TEXT),
            Column.of("start", ColumnType.TIMESTAMP),
            Column.of("paid", ColumnType.BOOLEAN));

    private static final Schema LENIENT = Schema.of(
            "Trip",
            STRICT.columns().stream().map(column -> column.nullable(true)).toList());

    private static void write(RowBuffer row) {
        row.number(0, 12.5);
        row.category(1, "bus");
        row.text(2, "rain");
        row.time(3, Instant.EPOCH);
        row.flag(4, false);
    }

    @Test
    void collectsRowsOfEveryType() {
        DatasetBuilder builder = Dataset.builder(STRICT);
        write(builder.row());
        builder.add();
        write(builder.row());
        builder.row().category(1, "tram");
        builder.add();
        Dataset data = builder.build();

        assertThat(data.size()).isEqualTo(2);
        assertThat(data.numeric("km").get(1)).isEqualTo(12.5);
        assertThat(data.categorical("mode").text(0)).isEqualTo("bus");
        assertThat(data.categorical("mode").text(1)).isEqualTo("tram");
        assertThat(data.values("note").text(0)).isEqualTo("rain");
        assertThat(data.values("start").text(0)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(data.numeric("paid").get(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    @Tag("T18")
    void refusesAMissingValueWhereThereMustBeOne(int missing) {
        DatasetBuilder builder = Dataset.builder(STRICT);
        write(builder.row());
        builder.add();
        write(builder.row());
        builder.row().missing(missing);
        assertThatThrownBy(builder::add)
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("Trip, row 1, column '"
                        + STRICT.columns().get(missing).name() + "': the value is missing, but the"
                        + " column is not nullable. Give a value, or declare the column nullable.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    @Tag("T14")
    void refusesAnInfiniteNumberWhereOneMayNotBeMissing(double infinite) {
        DatasetBuilder builder = Dataset.builder(STRICT);
        write(builder.row());
        builder.row().number(0, infinite);
        assertThatThrownBy(builder::add)
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("row 0, column 'km': the number is infinite");
    }

    @Test
    @Tag("T14")
    void takesAnInfiniteNumberForMissingAndCountsItWhereOneMayBe() {
        DatasetBuilder builder = Dataset.builder(LENIENT);
        builder.row().number(0, Double.POSITIVE_INFINITY);
        builder.add();
        builder.row().number(0, Double.NaN);
        builder.add();
        assertThat(builder.infinite()).isEqualTo(1);
        assertThat(builder.build().numeric("km").missing(0)).isTrue();
        assertThat(builder.build().numeric("km").missing(1)).isTrue();
    }

    static Stream<Arguments> oddNumbers() {
        return Stream.of(-0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 0x0.8p-1022, 1e308, -Double.MAX_VALUE)
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("oddNumbers")
    @Tag("T14")
    void passesEveryFiniteNumberUnchanged(double value) {
        DatasetBuilder builder = Dataset.builder(STRICT);
        write(builder.row());
        builder.row().number(0, value);
        builder.add();
        assertThat(Double.doubleToRawLongBits(builder.build().numeric("km").get(0)))
                .isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void isAsItWasAfterARefusedRow() {
        DatasetBuilder builder = Dataset.builder(STRICT);
        write(builder.row());
        builder.add();
        Consumer<RowBuffer> broken = row -> {
            write(row);
            row.missing(4); // the last column, when the others have been added already
        };
        for (int i = 0; i < 3; i++) {
            broken.accept(builder.row());
            assertThatThrownBy(builder::add).isInstanceOf(InvalidDataException.class);
        }
        write(builder.row());
        builder.add();
        assertThat(builder.size()).isEqualTo(2);
        assertThat(builder.build().fingerprint()).isEqualTo(twoRows().fingerprint());
    }

    private static Dataset twoRows() {
        DatasetBuilder builder = Dataset.builder(STRICT);
        for (int i = 0; i < 2; i++) {
            write(builder.row());
            builder.add();
        }
        return builder.build();
    }

    @Test
    void forgetsARefusedRowInTheBuffer() {
        DatasetBuilder builder = Dataset.builder(STRICT);
        write(builder.row());
        builder.row().missing(4);
        assertThatThrownBy(builder::add).isInstanceOf(InvalidDataException.class);
        assertThat(builder.row().text(2)).isNull();
    }

    @Test
    void growsAndGoesOnAfterBuilding() {
        DatasetBuilder builder = Dataset.builder(LENIENT);
        for (int i = 0; i < 1_000; i++) {
            builder.row().number(0, (double) i);
            builder.row().category(1, "mode" + i % 300);
            builder.add();
        }
        Dataset first = builder.build();
        builder.row().number(0, -1.0);
        builder.add();
        assertThat(first.size()).isEqualTo(1_000);
        assertThat(first.numeric("km").get(999)).isEqualTo(999);
        assertThat(first.categorical("mode").text(999)).isEqualTo("mode99");
        assertThat(builder.build().numeric("km").get(1_000)).isEqualTo(-1);
    }

    @Test
    void refusesASparseColumn() {
        Schema sparse = Schema.of("S", Column.of("words", ColumnType.SPARSE));
        assertThatThrownBy(() -> Dataset.builder(sparse))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("preprocessing");
    }
}
