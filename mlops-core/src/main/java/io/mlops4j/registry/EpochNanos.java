package io.mlops4j.registry;

import java.time.Instant;

/** Times as the tables hold them: nanoseconds since 1970, which an eight-byte integer holds from 1677 to 2262. */
final class EpochNanos {

    private static final long SECOND = 1_000_000_000L;

    private EpochNanos() {}

    /** The nearest that can be stored; nothing that is registered is that old, so a far time compares as it should. */
    static long of(Instant instant) {
        try {
            // down first: for a time before 1970 the seconds alone may be one below the range
            return instant.getEpochSecond() < 0
                    ? Math.addExact(
                            Math.multiplyExact(instant.getEpochSecond() + 1, SECOND), instant.getNano() - SECOND)
                    : Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
        } catch (ArithmeticException e) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
