package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "2024-02-29T12:30:00.5Z"})
    void showsTheInstantThatItHolds(String text) {
        TimestampValues values = TimestampValues.wrap(new long[] {TimestampValues.nanos(Instant.parse(text))});
        assertThat(values.text(0)).isEqualTo(Instant.parse(text).toString());
    }

    @Test
    void hasAMissingValue() {
        TimestampValues values = TimestampValues.wrap(new long[] {0, TimestampValues.MISSING});
        assertThat(values.missing(0)).isFalse();
        assertThat(values.missing(1)).isTrue();
        assertThat(values.text(1)).isNull();
    }

    @Test
    void refusesWhatNanosecondsCannotHold() {
        assertThatThrownBy(() -> TimestampValues.nanos(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    }
}
