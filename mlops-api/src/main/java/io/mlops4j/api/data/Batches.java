package io.mlops4j.api.data;

import org.jspecify.annotations.Nullable;

/** Rows of a source, some at a time. Used by one thread. */
public interface Batches extends AutoCloseable {

    /**
     * The next rows. A column that is not nullable misses no value and has finite numbers only; a run refuses other rows.
     *
     * @return a batch with at least one row, or null at the end
     * @throws io.mlops4j.api.error.InvalidDataException if more rows are broken than are tolerated
     */
    @Nullable
    Dataset next();

    /**
     * The rows that were left out so far because they are broken.
     *
     * @return how many, and what some of them are
     */
    default RejectedRows rejected() {
        return RejectedRows.NONE;
    }

    @Override
    void close();
}
