package io.mlops4j.api.data;

/**
 * Where rows come from.
 *
 * <p>A source is a declaration: nothing is opened before {@link #open}. It can be read again and again, and gives the same
 * rows each time unless what lies behind it changed.
 *
 * @param <I> the type of a row at prediction time
 */
public interface DataSource<I> {

    /**
     * How a row is read at prediction time; its schema is what the source's rows have at least.
     *
     * @return the reader
     */
    RowReader<I> rows();

    /**
     * Starts reading.
     *
     * @param wanted the columns to read, in the order in which the batches shall have them
     * @return the batches, to be closed by the caller
     * @throws io.mlops4j.api.error.InvalidDataException if a wanted column is not there
     * @throws io.mlops4j.api.error.StorageException if the source cannot be read
     */
    Batches open(Schema wanted);

    /**
     * Reads everything.
     *
     * @param wanted the columns to read
     * @return all rows
     * @throws io.mlops4j.api.error.InvalidDataException if a column is not there, or more rows are broken than are tolerated
     * @throws io.mlops4j.api.error.StorageException if the source cannot be read
     */
    default Dataset read(Schema wanted) {
        try (Batches batches = open(wanted)) {
            return Dataset.collect(wanted, batches);
        }
    }

    /**
     * What messages and the lineage call this source.
     *
     * @return a short name without secrets and without anything that differs between machines, such as the name of a file
     */
    String name();
}
