package io.mlops4j.api.data;

import io.mlops4j.api.error.SchemaException;
import java.util.List;
import java.util.Locale;

/** The usual ways of choosing columns. Those by type choose features only; a name may have any role. */
public final class Columns {

    private Columns() {}

    /**
     * All numeric features.
     *
     * @return the selector
     */
    public static ColumnSelector numeric() {
        return ofType(ColumnType.NUMERIC);
    }

    /**
     * All categorical features.
     *
     * @return the selector
     */
    public static ColumnSelector categorical() {
        return ofType(ColumnType.CATEGORICAL);
    }

    /**
     * All features that are true or false.
     *
     * @return the selector
     */
    public static ColumnSelector booleans() {
        return ofType(ColumnType.BOOLEAN);
    }

    /**
     * The columns of these names.
     *
     * @param names at least one name
     * @return the selector
     */
    public static ColumnSelector named(String... names) {
        List<String> wanted = List.of(names);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("named() needs at least one column name.");
        }
        return schema -> {
            wanted.forEach(schema::column);
            return schema.columns().stream()
                    .filter(column -> wanted.contains(column.name()))
                    .toList();
        };
    }

    private static ColumnSelector ofType(ColumnType type) {
        return schema -> {
            List<Column> chosen = schema.columns().stream()
                    .filter(column -> column.type() == type && column.role() == Role.FEATURE)
                    .toList();
            if (chosen.isEmpty()) {
                throw new SchemaException("there is no " + type.name().toLowerCase(Locale.ROOT)
                        + " feature left to choose from. Columns: " + schema.describe()
                        + ". Leave the step out, or name the columns.");
            }
            return chosen;
        };
    }
}
