package io.mlops4j.api.check;

import java.time.Instant;
import java.util.Optional;

/**
 * What the instants of a column look like.
 *
 * @param column the column
 * @param rows how many rows there are
 * @param missing how many values are missing
 * @param distinct how many different instants there are
 * @param first the earliest, or empty if all are missing
 * @param last the latest, or empty if all are missing
 */
public record TimestampProfile(
        String column, long rows, long missing, long distinct, Optional<Instant> first, Optional<Instant> last)
        implements ColumnProfile {}
