package io.mlops4j.api.check;

import java.util.List;
import java.util.Optional;

/**
 * What data look like, column by column. The profile of the training rows becomes the reference against which drift is
 * measured.
 *
 * @param rows how many rows there are
 * @param columns one profile a column, in the order of the schema
 */
public record Profile(long rows, List<ColumnProfile> columns) {

    /** Copies the list. */
    public Profile {
        columns = List.copyOf(columns);
    }

    /**
     * Finds the profile of a column.
     *
     * @param name the column
     * @return its profile, or empty
     */
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.column().equals(name)).findFirst();
    }
}
