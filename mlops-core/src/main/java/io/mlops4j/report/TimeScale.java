package io.mlops4j.report;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Where an instant lies in a fluid picture, and which instants are marked. */
final class TimeScale {

    private static final List<Duration> STEPS = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(28),
            Duration.ofDays(56),
            Duration.ofDays(112),
            Duration.ofDays(364));
    private static final int MOST_TICKS = 4;
    private static final DateTimeFormatter DAYS = Times.formatter("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTES = Times.formatter("HH:mm");
    private static final DateTimeFormatter SECONDS = Times.formatter("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = Times.formatter("ss.SSS");

    private final double origin;
    private final double length;
    private final double from;
    private final double to;

    TimeScale(Life.Span span, double from, double to) {
        this.origin = millis(span.from());
        this.length = Math.max(1, millis(span.to()) - origin);
        this.from = from;
        this.to = to;
    }

    private static double millis(Instant instant) {
        return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
    }

    /** A mark of the axis. */
    record Tick(double x, String text) {}

    /** Where an instant lies, or the nearest end if it is outside. */
    double at(Instant instant) {
        double share = (millis(instant) - origin) / length;
        return from + Math.max(0, Math.min(1, share)) * (to - from);
    }

    boolean holds(Instant instant) {
        return millis(instant) >= origin && millis(instant) <= origin + length;
    }

    List<Tick> ticks() {
        double step = STEPS.get(STEPS.size() - 1).toMillis();
        while (length / step > MOST_TICKS) {
            step *= 2;
        }
        for (int i = STEPS.size() - 1; i >= 0 && length / STEPS.get(i).toMillis() <= MOST_TICKS; i--) {
            step = STEPS.get(i).toMillis();
        }
        DateTimeFormatter formatter = step >= Duration.ofDays(1).toMillis()
                ? DAYS
                : step >= Duration.ofMinutes(1).toMillis() ? MINUTES : step >= 1000 ? SECONDS : MILLIS;
        List<Tick> ticks = new ArrayList<>();
        for (double at = Math.ceil(origin / step) * step; at <= origin + length; at += step) {
            ticks.add(new Tick(
                    from + (at - origin) / length * (to - from), formatter.format(Instant.ofEpochMilli((long) at))));
        }
        return ticks;
    }
}
