package io.mlops4j.api.data;

import org.jspecify.annotations.Nullable;

/**
 * The values of one column of a {@link Dataset}. Immutable; a selection of rows is a view that copies nothing.
 */
public sealed interface Values permits NumericValues, CategoricalValues, TextValues, TimestampValues, SparseValues {

    /**
     * How many rows there are.
     *
     * @return at least 0
     */
    int size();

    /**
     * Whether the value of a row is missing.
     *
     * @param row the row, from 0
     * @return whether it is missing
     */
    boolean missing(int row);

    /**
     * The value of a row as a person would write it.
     *
     * @param row the row, from 0
     * @return the text, or null if the value is missing
     */
    @Nullable
    String text(int row);

    /**
     * A view of some rows.
     *
     * @param rows which rows, in the order in which the view has them; not changed afterwards
     * @return the view
     */
    Values select(int[] rows);
}
