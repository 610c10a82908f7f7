package io.mlops4j.api.data;

import java.util.Objects;

/**
 * The declaration of one column.
 *
 * @param name the column's name, unique in its schema; not blank
 * @param type what kind of values it holds
 * @param role what it is for
 * @param nullable whether a value may be missing
 */
public record Column(String name, ColumnType type, Role role, boolean nullable) {

    /** Checks the name. */
    public Column {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A column needs a name.");
        }
    }

    /**
     * A feature that is never missing.
     *
     * @param name the column's name
     * @param type what kind of values it holds
     * @return the column
     */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, Role.FEATURE, false);
    }

    /**
     * The same column, whose values may be missing or not.
     *
     * @param mayBeMissing whether a value may be missing
     * @return a column that differs in nothing else
     */
    public Column nullable(boolean mayBeMissing) {
        return new Column(name, type, role, mayBeMissing);
    }

    /**
     * The same column in another role.
     *
     * @param other what it is for
     * @return a column that differs in nothing else
     */
    public Column as(Role other) {
        return new Column(name, type, other, nullable);
    }

    /**
     * The same column with other values.
     *
     * @param other what kind of values it holds
     * @return a column that differs in nothing else
     */
    public Column as(ColumnType other) {
        return new Column(name, other, role, nullable);
    }

    @Override
    public String toString() {
        return name + ": " + type.name().toLowerCase(java.util.Locale.ROOT) + (nullable ? "?" : "")
                + (role == Role.FEATURE ? "" : " (" + role.name().toLowerCase(java.util.Locale.ROOT) + ")");
    }
}
