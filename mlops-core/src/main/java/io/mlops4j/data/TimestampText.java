package io.mlops4j.data;

import io.mlops4j.api.data.TimestampValues;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads timestamps of ISO 8601: a date; a blank or T and the time to the minute, second or up to nine decimals; Z or an offset
 * such as +02:00.
 */
final class TimestampText {

    private static final int DATE = "2024-05-31".length();
    private static final int NANO_DIGITS = 9;

    private final char[] text;
    private final int end;
    private int at;

    private TimestampText(char[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    /** Nanoseconds since the epoch, or {@link TimestampValues#MISSING} if the text is no such timestamp. */
    static long nanos(char[] text, int from, int to, Optional<ZoneId> zone) {
        try {
            return new TimestampText(text, from, to).read(zone);
        } catch (DateTimeException | ArithmeticException e) {
            return TimestampValues.MISSING;
        }
    }

    private long read(Optional<ZoneId> zone) {
        int length = end - at;
        int year = number(4);
        int month = after('-').number(2);
        int day = after('-').number(2);
        if (length == DATE) {
            // a date has no zone: it means the same whatever is declared, and the same as a LocalDate in a record
            return nanos(LocalDateTime.of(year, month, day, 0, 0), ZoneOffset.UTC);
        }
        int hour = afterAnyOf("T t").number(2);
        int minute = after(':').number(2);
        int second = next(':') ? number(2) : 0;
        int nano = next('.') ? fraction() : 0;
        LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second, nano);
        return nanos(local, at == end ? zone.orElseThrow(TimestampText::wrong) : offset());
    }

    private static long nanos(LocalDateTime local, ZoneId zone) {
        return TimestampValues.nanos(local.atZone(zone).toInstant());
    }

    private ZoneOffset offset() {
        ZoneOffset offset = ZoneOffset.UTC;
        if (!next('Z') && !next('z')) {
            int sign = next('-') ? -1 : 1;
            if (sign == 1) {
                after('+');
            }
            int hours = number(2);
            int minutes = next(':') || at < end ? number(2) : 0;
            offset = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        if (at != end) {
            throw wrong();
        }
        return offset;
    }

    private int fraction() {
        int from = at;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        int digits = at - from;
        if (digits == 0 || digits > NANO_DIGITS) {
            throw wrong();
        }
        at = from;
        int nanos = number(digits);
        for (int i = digits; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < end ? text[at++] - '0' : -1;
            if (digit < 0 || digit > 9) {
                throw wrong();
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private TimestampText after(char expected) {
        if (!next(expected)) {
            throw wrong();
        }
        return this;
    }

    private TimestampText afterAnyOf(String expected) {
        if (at == end || expected.indexOf(text[at++]) < 0) {
            throw wrong();
        }
        return this;
    }

    private boolean next(char expected) {
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private static DateTimeException wrong() {
        return new DateTimeException("no timestamp");
    }
}
