package io.mlops4j.api.data;

import java.util.List;

/**
 * Rows that a source left out because they are broken, within what the user tolerates.
 *
 * @param count how many were left out
 * @param sample the first of them: what is wrong, with line and column
 */
public record RejectedRows(long count, List<String> sample) {

    /** No row was left out. */
    public static final RejectedRows NONE = new RejectedRows(0, List.of());

    /** Copies the list. */
    public RejectedRows {
        sample = List.copyOf(sample);
    }
}
