package io.mlops4j.api.monitor;

import java.util.List;
import java.util.Locale;

/**
 * A limit that was broken.
 *
 * @param limit the limit
 * @param value what was measured; of several columns the largest
 * @param columns the columns that broke it; empty if it is not about columns
 */
public record Breach(Limit limit, double value, List<String> columns) {

    /** Copies the list. */
    public Breach {
        columns = List.copyOf(columns);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %.4g", limit, value) + (columns.isEmpty() ? "" : " in " + columns);
    }
}
