package io.mlops4j.data;

import io.mlops4j.api.data.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Which Java types a record may have, and what kind of column each becomes. */
final class ComponentType {

    private static final Map<Class<?>, ColumnType> KNOWN = Map.ofEntries(
            Map.entry(byte.class, ColumnType.NUMERIC),
            Map.entry(short.class, ColumnType.NUMERIC),
            Map.entry(int.class, ColumnType.NUMERIC),
            Map.entry(long.class, ColumnType.NUMERIC),
            Map.entry(float.class, ColumnType.NUMERIC),
            Map.entry(double.class, ColumnType.NUMERIC),
            Map.entry(Byte.class, ColumnType.NUMERIC),
            Map.entry(Short.class, ColumnType.NUMERIC),
            Map.entry(Integer.class, ColumnType.NUMERIC),
            Map.entry(Long.class, ColumnType.NUMERIC),
            Map.entry(Float.class, ColumnType.NUMERIC),
            Map.entry(Double.class, ColumnType.NUMERIC),
            Map.entry(boolean.class, ColumnType.BOOLEAN),
            Map.entry(Boolean.class, ColumnType.BOOLEAN),
            Map.entry(String.class, ColumnType.CATEGORICAL),
            Map.entry(Instant.class, ColumnType.TIMESTAMP),
            Map.entry(LocalDate.class, ColumnType.TIMESTAMP));

    private ComponentType() {}

    static Optional<ColumnType> columnType(Class<?> type) {
        return type.isEnum() ? Optional.of(ColumnType.CATEGORICAL) : Optional.ofNullable(KNOWN.get(type));
    }
}
