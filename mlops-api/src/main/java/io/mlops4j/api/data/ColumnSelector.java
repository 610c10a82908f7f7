package io.mlops4j.api.data;

/**
 * Chooses columns of a schema.
 *
 * <p>Implementations must be pure: the same schema gives the same columns, in the schema's order. {@link Columns} has the
 * usual ones.
 */
@FunctionalInterface
public interface ColumnSelector {

    /**
     * Chooses columns.
     *
     * @param schema what there is to choose from
     * @return the chosen columns, in the order of the schema; never empty
     * @throws io.mlops4j.api.error.SchemaException if nothing fits, or a name is unknown
     */
    java.util.List<Column> select(Schema schema);
}
