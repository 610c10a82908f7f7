package io.mlops4j.api.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the categories of a column, or its true and false, look like.
 *
 * @param column the column
 * @param rows how many rows there are
 * @param missing how many values are missing
 * @param distinct how many categories occur
 * @param counts how often the most frequent categories occur, the most frequent first, equally frequent ones by code point
 *     of the name; at most {@link #KEPT}
 */
public record CategoryProfile(String column, long rows, long missing, long distinct, Map<String, Long> counts)
        implements ColumnProfile {

    /** How many categories are kept by name; the rest is the difference to the rows. */
    public static final int KEPT = 1000;

    /** Copies the map. */
    public CategoryProfile {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
