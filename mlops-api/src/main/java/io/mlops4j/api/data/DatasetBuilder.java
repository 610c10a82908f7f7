package io.mlops4j.api.data;

import io.mlops4j.api.error.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects rows into a {@link Dataset}: write a row into {@link #row()}, then {@link #add()} it. Used by one thread.
 *
 * <p>A row that misses the value of a column that is not nullable is refused, and the builder stays as it was. NaN and
 * infinite numbers are no values: they are missing in a nullable column, and refused in another. The infinite ones that were
 * taken as missing are counted.
 */
public final class DatasetBuilder {

    private final Schema schema;
    private final RowBuffer row;
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private int size;
    private long infinite;

    DatasetBuilder(Schema schema) {
        this.schema = schema;
        this.row = new RowBuffer(schema);
        for (Column column : schema.columns()) {
            columns.add(
                    switch (column.type()) {
                        case NUMERIC, BOOLEAN -> new ColumnBuilder.Numbers();
                        case CATEGORICAL -> new ColumnBuilder.Categories();
                        case TEXT -> new ColumnBuilder.Texts();
                        case TIMESTAMP -> new ColumnBuilder.Times();
                        case SPARSE ->
                            throw new IllegalArgumentException("Column " + column + ": a "
                                    + column.type().name().toLowerCase(Locale.ROOT)
                                    + " column is made by preprocessing, not read.");
                    });
        }
    }

    /**
     * The row that is being written. The buffer is the same each time, and every column is missing after {@link #add()}.
     *
     * @return the buffer
     */
    public RowBuffer row() {
        return row;
    }

    /**
     * Adds the row that was written.
     *
     * @throws InvalidDataException if a column that is not nullable has no value, or no finite one; the row is left out
     */
    public void add() {
        try {
            for (int i = 0; i < columns.size(); i++) {
                boolean present = columns.get(i).add(row, i);
                if (!present) {
                    admitMissing(i);
                }
            }
            size++;
        } finally {
            row.clear();
        }
    }

    private void admitMissing(int position) {
        Column column = schema.columns().get(position);
        boolean unbounded = Double.isInfinite(row.number(position));
        if (!column.nullable()) {
            columns.forEach(builder -> builder.truncate(size));
            throw new InvalidDataException(schema.name() + ", row " + size + ", column '" + column.name() + "': "
                    + (unbounded ? "the number is infinite" : "the value is missing")
                    + ", but the column is not nullable. Give a value, or declare the column nullable.");
        }
        if (unbounded) {
            infinite++;
        }
    }

    /**
     * How many rows were added.
     *
     * @return at least 0
     */
    public int size() {
        return size;
    }

    /**
     * How many infinite numbers were taken as missing.
     *
     * @return at least 0
     */
    public long infinite() {
        return infinite;
    }

    /**
     * The rows that were added.
     *
     * @return the data set; the builder may go on and build again
     */
    public Dataset build() {
        return Dataset.of(schema, columns.stream().map(ColumnBuilder::build).toList());
    }
}
