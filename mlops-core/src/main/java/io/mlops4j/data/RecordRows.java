package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows that are records. Immutable and safe for use by many threads.
 *
 * <p>The accessors are found once. Reading a row calls them without reflection and makes no object.
 *
 * @param <I> the record
 */
public final class RecordRows<I> implements RowReader<I> {

    private final Schema schema;
    private final List<RecordColumn> columns;
    private final RecordBinding binding;

    private RecordRows(String name, List<RecordColumn> columns) {
        this.schema = Schema.of(name, columns.stream().map(RecordColumn::column).toList());
        this.columns = List.copyOf(columns);
        this.binding = RecordBinding.of(name, columns);
    }

    static <I> RecordRows<I> of(Class<I> record, RecordAccess access) {
        return new RecordRows<>(record.getSimpleName(), RecordWalk.through(record, access));
    }

    /**
     * The same reader with a String that is free text instead of one of a set of names.
     *
     * @param column the name of a component that is a {@code String}
     * @return a new reader
     * @throws SchemaException if there is no such column, or it is not a {@code String}
     */
    public RecordRows<I> text(String column) {
        int position = schema.position(column);
        RecordColumn found = columns.get(position);
        if (found.valueType() != String.class) {
            throw new SchemaException("column '" + column + "' of " + schema.name() + " is of type "
                    + found.valueType().getSimpleName() + ": only a String can be free text.");
        }
        List<RecordColumn> changed = new ArrayList<>(columns);
        Column text = found.column().as(ColumnType.TEXT);
        changed.set(position, found.as(text));
        return new RecordRows<>(schema.name(), changed);
    }

    /**
     * The same reader with another name for a column than the record's component has.
     *
     * @param component the name of a column of this reader
     * @param column the name that the column has in the data
     * @return a new reader
     * @throws SchemaException if there is no such column, or another one has the new name
     */
    public RecordRows<I> named(String component, String column) {
        List<RecordColumn> changed = new ArrayList<>(columns);
        int position = schema.position(component);
        changed.set(position, renamed(columns.get(position), column));
        return new RecordRows<>(schema.name(), changed);
    }

    /**
     * The same reader with names in lower case with underscores, as data often have them: {@code hoursPerWeek} becomes
     * {@code hours_per_week}.
     *
     * @return a new reader
     */
    public RecordRows<I> snakeCase() {
        return new RecordRows<>(
                schema.name(),
                columns.stream()
                        .map(found -> renamed(found, SnakeCase.of(found.column().name())))
                        .toList());
    }

    private static RecordColumn renamed(RecordColumn found, String name) {
        Column column = found.column();
        return found.as(new Column(name, column.type(), column.role(), column.nullable()));
    }

    @Override
    public Schema schema() {
        return schema;
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidDataException if the row is null, or an integer in it is beyond 2^53, or a time outside the years 1677 to
     *     2262; what is missing where it must not be is found by whoever takes the row out of the buffer
     */
    @Override
    public void read(I row, RowBuffer buffer) {
        if (row == null) {
            throw new InvalidDataException(schema.name() + ": a row is null. Give a record.");
        }
        binding.read(row, buffer);
    }

    @Override
    public String toString() {
        return "Rows of " + schema;
    }
}
