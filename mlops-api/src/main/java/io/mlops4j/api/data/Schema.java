package io.mlops4j.api.data;

import io.mlops4j.api.error.SchemaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An ordered list of columns with unique names. Immutable. */
public final class Schema {

    private final String name;
    private final List<Column> columns;
    private final Map<String, Integer> positions;

    private Schema(String name, List<Column> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.positions = new HashMap<>(columns.size() * 2);
        for (Column column : columns) {
            if (positions.put(column.name(), positions.size()) != null) {
                throw new SchemaException("two columns of " + name + " are called '" + column.name() + "'.");
            }
        }
    }

    /**
     * A schema of these columns.
     *
     * @param name what messages call it: the record's name, the file's name
     * @param columns the columns in order
     * @return the schema
     * @throws SchemaException if two columns have one name
     */
    public static Schema of(String name, List<Column> columns) {
        return new Schema(name, columns);
    }

    /**
     * A schema of these columns.
     *
     * @param name what messages call it: the record's name, the file's name
     * @param columns the columns in order
     * @return the schema
     * @throws SchemaException if two columns have one name
     */
    public static Schema of(String name, Column... columns) {
        return new Schema(name, List.of(columns));
    }

    /**
     * What messages call this schema.
     *
     * @return its name; not a part of equality
     */
    public String name() {
        return name;
    }

    /**
     * The columns.
     *
     * @return an immutable list
     */
    public List<Column> columns() {
        return columns;
    }

    /**
     * How many columns there are.
     *
     * @return at least 0
     */
    public int size() {
        return columns.size();
    }

    /**
     * Finds a column that must be there.
     *
     * @param column its name
     * @return the column
     * @throws SchemaException if there is none, with the nearest name and all the names
     */
    public Column column(String column) {
        return columns.get(position(column));
    }

    /**
     * Where a column stands that must be there.
     *
     * @param column its name
     * @return its index, from 0
     * @throws SchemaException if there is none, with the nearest name and all the names
     */
    public int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new SchemaException("no column '" + column + "' in " + name + "."
                    + Spelling.didYouMean(column, positions.keySet()) + " Columns: " + describe() + ".");
        }
        return position;
    }

    /**
     * Whether there is such a column.
     *
     * @param column its name
     * @return whether it is there
     */
    public boolean contains(String column) {
        return positions.containsKey(column);
    }

    /**
     * Where a column stands, if it is there.
     *
     * @param column its name
     * @return its index, from 0, or empty
     */
    public OptionalInt find(String column) {
        Integer position = positions.get(column);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /**
     * The column that somebody probably meant.
     *
     * @param wrong a name that no column has
     * @return the nearest name, or empty if none is near
     */
    public Optional<String> nearest(String wrong) {
        return Spelling.nearest(wrong, positions.keySet());
    }

    /**
     * The columns in a role.
     *
     * @param role the role
     * @return the columns in order; may be empty
     */
    public List<Column> withRole(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /**
     * The features alone.
     *
     * @return a schema of the same name
     */
    public Schema features() {
        return new Schema(name, withRole(Role.FEATURE));
    }

    /**
     * This schema with a column added at the end, or put in the place of the one that has its name.
     *
     * @param column the column
     * @return a new schema
     */
    public Schema with(Column column) {
        return with(List.of(column));
    }

    /**
     * The same as {@link #with(Column)} for each of several columns in turn.
     *
     * @param others the columns; of two with one name the last counts
     * @return a new schema
     */
    public Schema with(List<Column> others) {
        Map<String, Column> changed = new LinkedHashMap<>();
        columns.forEach(column -> changed.put(column.name(), column));
        others.forEach(column -> changed.put(column.name(), column));
        return new Schema(name, List.copyOf(changed.values()));
    }

    /**
     * This schema without a column.
     *
     * @param column the name of a column that is there
     * @return a new schema
     */
    public Schema without(String column) {
        List<Column> changed = new ArrayList<>(columns);
        changed.remove(position(column));
        return new Schema(name, changed);
    }

    /**
     * The names of the columns, for messages.
     *
     * @return the names, separated by commas
     */
    public String describe() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schema that && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return name + columns;
    }
}
