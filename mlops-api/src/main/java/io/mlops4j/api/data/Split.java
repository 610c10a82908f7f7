package io.mlops4j.api.data;

import java.util.Optional;

/** Divides rows into a training and a test part. The same rows give the same parts. */
public interface Split {

    /**
     * Checks that the columns that this split needs are there.
     *
     * @param schema all columns, the target among them
     * @throws io.mlops4j.api.error.SchemaException if one is missing
     */
    default void check(Schema schema) {}

    /**
     * Divides rows.
     *
     * @param rows all rows of the source
     * @return the parts, both with at least one row
     * @throws io.mlops4j.api.error.InvalidDataException if a part would be empty
     */
    Partition split(Dataset rows);

    /**
     * Where the test rows come from, if not from among the rows of the source. A pipeline reads and checks them like those of
     * the source, and takes all rows of the source for training.
     *
     * @return empty, unless overridden: {@link #split} chooses the test rows
     */
    default Optional<DataSource<?>> testSource() {
        return Optional.empty();
    }

    /**
     * Says how it divides, for the lineage.
     *
     * @return for example {@code random(0.8, seed 42)}
     */
    String describe();
}
