package io.mlops4j.check;

import io.mlops4j.api.check.TimestampProfile;
import io.mlops4j.api.data.TimestampValues;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** Profiles instants. */
final class TimestampProfiler {

    private static final long SECOND = 1_000_000_000L;

    private TimestampProfiler() {}

    static TimestampProfile of(String column, TimestampValues values) {
        long[] sorted = IntStream.range(0, values.size())
                .filter(row -> !values.missing(row))
                .mapToLong(values::nanos)
                .sorted()
                .toArray();
        long distinct = IntStream.range(0, sorted.length)
                .filter(at -> at == 0 || sorted[at] != sorted[at - 1])
                .count();
        Optional<Instant> first = sorted.length == 0 ? Optional.empty() : Optional.of(instant(sorted[0]));
        Optional<Instant> last =
                sorted.length == 0 ? Optional.empty() : Optional.of(instant(sorted[sorted.length - 1]));
        return new TimestampProfile(column, values.size(), values.size() - sorted.length, distinct, first, last);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
