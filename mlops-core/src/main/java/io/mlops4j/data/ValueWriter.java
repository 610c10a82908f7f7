package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a value whose type is known only at run time, if it fits its column. */
final class ValueWriter {

    private ValueWriter() {}

    static Schema requireReadable(Schema schema) {
        for (Column column : schema.columns()) {
            if (column.type() == ColumnType.SPARSE) {
                throw new SchemaException("column '" + column.name() + "' of " + schema.name()
                        + " is sparse: such a column is made by preprocessing, not read.");
            }
        }
        return schema;
    }

    static void write(Schema schema, int position, @Nullable Object given, RowBuffer buffer) {
        Object value = given instanceof Optional<?> optional ? optional.orElse(null) : given;
        if (value == null) {
            buffer.missing(position);
            return;
        }
        Column column = schema.columns().get(position);
        switch (column.type()) {
            case NUMERIC -> buffer.number(position, as(Number.class, value, schema, column));
            case BOOLEAN -> buffer.flag(position, as(Boolean.class, value, schema, column));
            case CATEGORICAL -> {
                if (value instanceof Enum<?> constant) {
                    buffer.category(position, constant);
                } else {
                    buffer.category(position, as(String.class, value, schema, column));
                }
            }
            case TEXT -> buffer.text(position, as(String.class, value, schema, column));
            case TIMESTAMP -> {
                if (value instanceof LocalDate date) {
                    buffer.time(position, date);
                } else {
                    buffer.time(position, as(Instant.class, value, schema, column));
                }
            }
            case SPARSE -> throw new IllegalStateException("Refused when the reader was made.");
        }
    }

    private static <T> T as(Class<T> type, Object value, Schema schema, Column column) {
        if (!type.isInstance(value)) {
            throw new InvalidDataException(schema.name() + ", column '" + column.name() + "': a value is of type "
                    + value.getClass().getSimpleName() + ", expected " + type.getSimpleName() + ".");
        }
        return type.cast(value);
    }
}
