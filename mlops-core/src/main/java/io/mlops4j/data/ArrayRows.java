package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import org.jspecify.annotations.Nullable;

/** Reads rows that are arrays. */
final class ArrayRows implements RowReader<@Nullable Object[]> {

    private final Schema schema;

    ArrayRows(Schema schema) {
        this.schema = ValueWriter.requireReadable(schema);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void read(@Nullable Object[] row, RowBuffer buffer) {
        if (row == null || row.length != schema.size()) {
            throw new InvalidDataException(schema.name() + ": a row has " + (row == null ? "no" : row.length)
                    + " values, expected " + schema.size() + ": " + schema.describe() + ".");
        }
        for (int i = 0; i < row.length; i++) {
            ValueWriter.write(schema, i, row[i], buffer);
        }
    }

    @Override
    public String toString() {
        return "Arrays of " + schema;
    }
}
