package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.InvalidDataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowBufferTest {

    private enum Port {
        CHERBOURG
    }

    private static final Schema SCHEMA = Schema.of(
            "Ticket",
            Column.of("fare", ColumnType.NUMERIC),
            Column.of("port", ColumnType.CATEGORICAL),
            Column.of("note", ColumnType.TEXT),
            Column.of("bought", ColumnType.TIMESTAMP),
            Column.of("return", ColumnType.BOOLEAN));

    private final RowBuffer buffer = new RowBuffer(SCHEMA);

    @Test
    void startsWithEveryColumnMissing() {
        assertThat(buffer.number(0)).isNaN();
        assertThat(buffer.category(1)).isNull();
        assertThat(buffer.text(2)).isNull();
        assertThat(buffer.time(3)).isEqualTo(TimestampValues.MISSING);
        assertThat(buffer.number(4)).isNaN();
    }

    @Test
    void holdsWhatWasWrittenUntilItIsCleared() {
        buffer.number(0, 7.25);
        buffer.category(1, Port.CHERBOURG);
        buffer.text(2, "upper deck");
        buffer.time(3, Instant.parse("1912-04-10T12:00:00Z"));
        buffer.flag(4, true);

        assertThat(buffer.number(0)).isEqualTo(7.25);
        assertThat(buffer.category(1)).isEqualTo("CHERBOURG");
        assertThat(buffer.text(2)).isEqualTo("upper deck");
        assertThat(buffer.time(3)).isEqualTo(-1_821_700_800_000_000_000L);
        assertThat(buffer.number(4)).isEqualTo(1);

        buffer.clear();
        startsWithEveryColumnMissing();
    }

    @Test
    void takesNullForMissingInEveryColumn() {
        holdsWhatWasWrittenUntilItIsCleared();
        buffer.number(0, (Number) null);
        buffer.category(1, (String) null);
        buffer.text(2, null);
        buffer.time(3, (Instant) null);
        buffer.flag(4, null);
        startsWithEveryColumnMissing();
    }

    @Test
    void makesOneColumnMissing() {
        buffer.number(0, 1.0);
        buffer.number(4, 1.0);
        buffer.missing(0);
        assertThat(buffer.number(0)).isNaN();
        assertThat(buffer.number(4)).isEqualTo(1);
    }

    @ParameterizedTest
    @Tag("T14")
    @ValueSource(longs = {9_007_199_254_740_993L, -9_007_199_254_740_993L, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesAnIntegerThatADoubleCannotHold(long value) {
        assertThatThrownBy(() -> buffer.number(0, value))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("Ticket, column 'fare': the integer " + value + " is beyond 2^53");
        assertThatThrownBy(() -> buffer.number(0, (Number) value)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> buffer.number(0, BigInteger.valueOf(value))).isInstanceOf(InvalidDataException.class);
    }

    @Test
    @Tag("T14")
    void refusesAHugeBigIntegerWithoutPrintingAllOfIt() {
        BigInteger huge = BigInteger.ONE.shiftLeft(100_000);
        assertThatThrownBy(() -> buffer.number(0, huge))
                .isInstanceOf(InvalidDataException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
    }

    @Test
    @Tag("T14")
    void takesTheLargestExactIntegerAndEveryOddDouble() {
        buffer.number(0, 9_007_199_254_740_992L);
        assertThat(buffer.number(0)).isEqualTo(0x1p53);
        for (double value : new double[] {-0.0, Double.MIN_VALUE, 1e308, -1e308}) {
            buffer.number(0, value);
            assertThat(Double.doubleToRawLongBits(buffer.number(0))).isEqualTo(Double.doubleToRawLongBits(value));
        }
        buffer.number(0, new BigDecimal("0.1"));
        assertThat(buffer.number(0)).isEqualTo(0.1);
    }

    @Test
    void takesADateForTheStartOfItInUtc() {
        buffer.time(3, LocalDate.of(2024, 2, 29));
        assertThat(buffer.time(3)).isEqualTo(TimestampValues.nanos(Instant.parse("2024-02-29T00:00:00Z")));
    }

    @Test
    void refusesAnInstantThatNanosecondsCannotHold() {
        assertThatThrownBy(() -> buffer.time(3, Instant.parse("2300-01-01T00:00:00Z")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("Ticket, column 'bought': 2300-01-01T00:00:00Z is outside the years 1677 to 2262.");
        assertThatThrownBy(() -> buffer.time(3, LocalDate.MIN)).isInstanceOf(InvalidDataException.class);
    }

    @Test
    @Tag("T15")
    void looksCategoriesUpAndKeepsTheNameOfAnUnseenOne() {
        Dictionary ports = Dictionary.of(List.of("S", "C"));
        Dictionary none = Dictionary.empty();
        RowBuffer known = new RowBuffer(SCHEMA, List.of(none, ports, none, none, none));

        known.category(1, "C");
        assertThat(known.code(1)).isEqualTo(1);
        assertThat(known.category(1)).isEqualTo("C");

        known.category(1, "Queenstown");
        assertThat(known.code(1)).isEqualTo(Dictionary.UNSEEN);
        assertThat(known.text(1)).isEqualTo("Queenstown");
        assertThat(known.category(1)).isEqualTo("Queenstown");

        known.category(1, (String) null);
        assertThat(known.code(1)).isEqualTo(Dictionary.MISSING);
        assertThat(known.category(1)).isNull();
    }

    @Test
    void wantsOneDictionaryAColumn() {
        assertThatThrownBy(() -> new RowBuffer(SCHEMA, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 columns");
    }
}
