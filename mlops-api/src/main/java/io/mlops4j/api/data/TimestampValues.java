package io.mlops4j.api.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants, held as UTC nanoseconds since the epoch. */
public final class TimestampValues implements Values {

    /** Stands for a missing instant. */
    public static final long MISSING = Long.MIN_VALUE;

    private final long[] values;
    private final RowIndex index;

    private TimestampValues(long[] values, RowIndex index) {
        this.values = values;
        this.index = index;
    }

    /**
     * Values of an array, which is not copied.
     *
     * @param values nanoseconds since the epoch, {@link #MISSING} for a missing one; the caller gives the array away and does
     *     not change it again
     * @return the values
     */
    public static TimestampValues wrap(long[] values) {
        return new TimestampValues(values, RowIndex.all(values.length));
    }

    /**
     * The nanoseconds of an instant.
     *
     * @param instant an instant between the years 1677 and 2262
     * @return UTC nanoseconds since the epoch
     * @throws ArithmeticException if the instant is out of that range
     */
    public static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    /**
     * The instant in a row.
     *
     * @param row the row, from 0
     * @return nanoseconds since the epoch, {@link #MISSING} if it is missing
     */
    public long nanos(int row) {
        return values[index.at(row)];
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public boolean missing(int row) {
        return nanos(row) == MISSING;
    }

    @Override
    public @Nullable String text(int row) {
        long nanos = nanos(row);
        return nanos == MISSING
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                        .toString();
    }

    @Override
    public TimestampValues select(int[] rows) {
        return new TimestampValues(values, index.select(rows));
    }
}
