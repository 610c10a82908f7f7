package io.mlops4j.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants in UTC, and durations, as people read them. */
final class Times {

    private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd HH:mm:ss");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private Times() {}

    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** To the second, without saying that it is UTC: a table says it once. */
    static String at(Instant instant) {
        return SECONDS.format(instant);
    }

    /** As an element that machines can read. */
    static void write(HtmlWriter out, Instant instant) {
        out.open("time", "datetime", instant.toString()).number(at(instant)).close();
    }

    static String took(Duration duration) {
        if (duration.isNegative()) {
            return "-" + took(duration.negated());
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return millis(duration.toNanos());
        } else if (duration.compareTo(MINUTE) < 0) {
            return Numbers.fixed(duration.toMillis() / 1e3, 1) + " s";
        } else if (duration.compareTo(HOUR) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        } else if (duration.compareTo(DAY) < 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }

    private static String millis(long nanos) {
        if (nanos == 0) {
            return "0 ms";
        }
        return nanos < 1_000
                ? nanos + " ns"
                : nanos < 1_000_000 ? Numbers.of(nanos / 1e3) + " µs" : nanos / 1_000_000 + " ms";
    }

    /** Seconds as latencies are told. */
    static String seconds(double seconds) {
        return Double.isNaN(seconds)
                ? Numbers.UNDEFINED
                : seconds >= 1
                        ? Numbers.of(seconds) + " s"
                        : seconds >= 1e-3 ? Numbers.of(seconds * 1e3) + " ms" : Numbers.of(seconds * 1e6) + " µs";
    }
}
