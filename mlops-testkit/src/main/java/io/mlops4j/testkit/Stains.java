package io.mlops4j.testkit;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.Schema;
import org.jspecify.annotations.Nullable;

/** Buffers full of old values: what is not written over shows. */
final class Stains {

    private Stains() {}

    static RowBuffer buffer(Schema schema, int stain) {
        RowBuffer buffer = new RowBuffer(schema);
        for (int column = 0; column < schema.size(); column++) {
            switch (schema.columns().get(column).type()) {
                case NUMERIC, BOOLEAN, SPARSE -> buffer.number(column, -1e300 * stain);
                case CATEGORICAL -> buffer.category(column, "stain " + stain);
                case TEXT -> buffer.text(column, "stain " + stain);
                case TIMESTAMP -> buffer.time(column, Long.MAX_VALUE - stain);
            }
        }
        return buffer;
    }

    /** What a buffer holds in a column, by the column's type. */
    static @Nullable Object cell(RowBuffer buffer, int column) {
        return switch (buffer.schema().columns().get(column).type()) {
            case NUMERIC, BOOLEAN, SPARSE -> buffer.number(column);
            case CATEGORICAL -> buffer.category(column);
            case TEXT -> buffer.text(column);
            case TIMESTAMP -> buffer.time(column);
        };
    }
}
