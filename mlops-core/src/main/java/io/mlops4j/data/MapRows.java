package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import java.util.Map;

/** Reads rows that are maps. */
final class MapRows implements RowReader<Map<String, ?>> {

    private final Schema schema;

    MapRows(Schema schema) {
        this.schema = ValueWriter.requireReadable(schema);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void read(Map<String, ?> row, RowBuffer buffer) {
        if (row == null) {
            throw new InvalidDataException(schema.name() + ": a row is null. Give a map.");
        }
        for (int i = 0; i < schema.size(); i++) {
            ValueWriter.write(schema, i, row.get(schema.columns().get(i).name()), buffer);
        }
    }

    @Override
    public String toString() {
        return "Maps of " + schema;
    }
}
