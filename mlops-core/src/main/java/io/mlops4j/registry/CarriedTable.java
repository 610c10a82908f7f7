package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are carried from one registry into another. A row is an array in the order of the columns' names: a text,
 * a whole number as a text of digits, because JSON holds none of 64 bits, any other number, or null.
 */
final class CarriedTable {

    /** The one table that is never empty. */
    static final String HEAD = "mlops_audit_head";

    /**
     * What a registry knows, in an order in which its rows can be written. What concerns the bundles of one place (marks,
     * generation, the blobs themselves) is not carried.
     */
    static final List<String> ALL = List.of(
            "mlops_model",
            "mlops_version",
            "mlops_version_term",
            "mlops_version_metric",
            "mlops_alias",
            "mlops_alias_move",
            "mlops_alias_policy",
            "mlops_key",
            "mlops_audit",
            HEAD);

    /** What belongs to one place. */
    static final List<String> LEFT =
            List.of("mlops_schema", "mlops_blob", "mlops_blob_mark", "mlops_blob_generation", "mlops_blob_quarantine");

    private static final int BATCH = 500;

    private final String name;
    private final List<Column> columns;

    private enum Kind {
        TEXT,
        WHOLE,
        NUMBER
    }

    private record Column(String name, Kind kind) {}

    private CarriedTable(String name, List<Column> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** A table as the database has it; the name is one of {@link #ALL}. */
    static CarriedTable of(Handle handle, String name) {
        return new CarriedTable(
                name,
                handle.createQuery("SELECT * FROM " + name + " WHERE 1 = 0")
                        .scanResultSet((found, context) -> columns(found.get().getMetaData())));
    }

    private static List<Column> columns(ResultSetMetaData found) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= found.getColumnCount(); i++) {
            String type = found.getColumnTypeName(i).toUpperCase(Locale.ROOT);
            Kind kind = type.contains("INT")
                    ? Kind.WHOLE
                    : type.contains("DOUBLE") || type.contains("FLOAT") ? Kind.NUMBER : Kind.TEXT;
            columns.add(new Column(found.getColumnName(i), kind));
        }
        columns.sort(Comparator.comparing(Column::name));
        return columns;
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    static boolean isEmpty(Handle handle, String name) {
        return handle.createQuery("SELECT 1 FROM " + name + " LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty();
    }

    /** All rows; to be closed. */
    Stream<List<@Nullable Object>> rows(Handle handle) {
        String list = String.join(", ", columnNames());
        return handle
                .createQuery("SELECT " + list + " FROM " + name + " ORDER BY " + list)
                .setFetchSize(Columns.ROWS_AT_A_TIME)
                .map((row, context) -> row(row))
                .stream();
    }

    private List<@Nullable Object> row(ResultSet found) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = switch (columns.get(i).kind()) {
                case TEXT -> found.getString(i + 1);
                case WHOLE -> Long.toString(found.getLong(i + 1));
                case NUMBER -> found.getDouble(i + 1);
            };
            row.add(found.wasNull() ? null : value);
        }
        return row;
    }

    /**
     * The row that stands in JSON.
     *
     * @throws IllegalArgumentException if it is none of this table
     */
    List<@Nullable Object> row(JsonNode json) {
        if (!json.isArray() || json.size() != columns.size()) {
            throw new IllegalArgumentException("a row of " + name + " has " + columns.size() + " values");
        }
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = json.get(i);
            boolean fits = switch (columns.get(i).kind()) {
                case TEXT -> value.isTextual();
                case WHOLE ->
                    value.isTextual()
                            && Long.toString(Long.parseLong(value.textValue())).equals(value.textValue());
                case NUMBER -> value.isNumber();
            };
            if (!fits && !value.isNull()) {
                throw new IllegalArgumentException(columns.get(i).name() + " of " + name + " is of another kind");
            }
            row.add(value.isNull() ? null : value.isNumber() ? (Object) value.doubleValue() : value.textValue());
        }
        return row;
    }

    /** Writes rows of this table as it is in any database of the same schema. */
    void insert(Handle handle, Stream<List<@Nullable Object>> rows) {
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO " + name + " (" + String.join(", ", columnNames()) + ") VALUES (" + places + ")");
        for (List<@Nullable Object> row : (Iterable<List<@Nullable Object>>) rows::iterator) {
            bind(batch, row);
            if (batch.size() == BATCH) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private void bind(PreparedBatch batch, List<@Nullable Object> row) {
        for (int i = 0; i < row.size(); i++) {
            @Nullable Object value = row.get(i);
            switch (columns.get(i).kind()) {
                case TEXT -> batch.bind(i, (String) value);
                case WHOLE -> batch.bind(i, value == null ? null : Long.valueOf((String) value));
                case NUMBER -> batch.bind(i, (Double) value);
            }
        }
        batch.add();
    }

    static void deleteAll(Handle handle, String name) {
        handle.execute("DELETE FROM " + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
