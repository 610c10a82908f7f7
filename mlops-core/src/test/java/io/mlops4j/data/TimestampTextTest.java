package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.TimestampValues;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {

    private static final Optional<ZoneId> BERLIN = Optional.of(ZoneId.of("Europe/Berlin"));

    private static long parse(String text, Optional<ZoneId> zone) {
        String padded = "9" + text + "9";
        return TimestampText.nanos(padded.toCharArray(), 1, 1 + text.length(), zone);
    }

    @Property
    void readsWhatAnInstantPrints(
            @ForAll @LongRange(min = -9_000_000_000L, max = 9_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nano) {
        Instant instant = Instant.ofEpochSecond(second, nano);
        assertThat(parse(instant.toString(), Optional.empty())).isEqualTo(TimestampValues.nanos(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-31T12:00Z, 2024-05-31T12:00:00Z",
        "2024-05-31 12:00:01Z, 2024-05-31T12:00:01Z",
        "2024-05-31t12:00:01z, 2024-05-31T12:00:01Z",
        "2024-05-31T12:00:00+02:00, 2024-05-31T10:00:00Z",
        "2024-05-31T12:00:00+02, 2024-05-31T10:00:00Z",
        "2024-05-31T12:00:00-0330, 2024-05-31T15:30:00Z",
        "2024-05-31T12:00:00.5-00:30, 2024-05-31T12:30:00.5Z",
        "2024-02-29T23:59:59.999999999Z, 2024-02-29T23:59:59.999999999Z",
    })
    void readsTimesWithAnOffset(String text, Instant expected) {
        assertThat(parse(text, Optional.empty())).isEqualTo(TimestampValues.nanos(expected));
        assertThat(parse(text, BERLIN)).isEqualTo(TimestampValues.nanos(expected));
    }

    @ParameterizedTest
    @Tag("F27")
    @CsvSource({
        "2021-06-01 00:00:00, 2021-05-31T22:00:00Z",
        "2021-01-01T00:00, 2020-12-31T23:00:00Z",
        "2021-03-28T02:30:00, 2021-03-28T01:30:00Z", // left out by the clocks: after the gap
        "2021-10-31T02:30:00, 2021-10-31T00:30:00Z", // came twice: the first
    })
    void readsLocalTimesInTheDeclaredZoneOnly(String text, Instant expected) {
        assertThat(parse(text, BERLIN)).isEqualTo(TimestampValues.nanos(expected));
        assertThat(parse(text, Optional.empty())).isEqualTo(TimestampValues.MISSING);
    }

    @Test
    void takesADateForTheStartOfItInUtcWhateverTheZone() {
        long expected = TimestampValues.nanos(Instant.parse("2024-05-31T00:00:00Z"));
        assertThat(parse("2024-05-31", Optional.empty())).isEqualTo(expected);
        assertThat(parse("2024-05-31", BERLIN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-05",
                "24-05-31",
                "2024-5-31",
                "31.05.2024",
                "2024/05/31",
                "2024-02-30",
                "2023-02-29",
                "2024-13-01",
                "2024-05-31T",
                "2024-05-31T12",
                "2024-05-31T24:00:00Z",
                "2024-05-31T12:60:00Z",
                "2024-05-31T12:00:60Z",
                "2024-05-31T12:00:00.Z",
                "2024-05-31T12:00:00.0000000001Z",
                "2024-05-31T12:00:00 Z",
                "2024-05-31T12:00:00Zx",
                "2024-05-31T12:00:00+19:00",
                "2024-05-31T12:00:00+02:",
                "2024-05-31T12:00:00+2",
                "2024-05-31X12:00:00Z",
                "2024-05-31Z",
                "1600-01-01T00:00:00Z",
                "2300-01-01T00:00:00Z",
                "9999-12-31",
                "٢٠٢٤-٠٥-٣١",
                "2024-05-31T12:00:00[Europe/Berlin]",
                "now",
                "1717156800"
            })
    void refusesEverythingElse(String text) {
        assertThat(parse(text, BERLIN)).as(text).isEqualTo(TimestampValues.MISSING);
    }
}
