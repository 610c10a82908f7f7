package io.mlops4j.data;

import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How rows of the user's types are read.
 *
 * <p>A record's components become columns of the same names: primitives but {@code char}, their boxes, {@code String} and
 * enums (categories), {@code boolean}, {@code Instant}, {@code LocalDate}, {@code Optional} of these, and nested records,
 * whose columns are called like {@code address.city}. A column is nullable if its component, or a record around it, is an
 * {@code Optional} or is annotated with any {@code @Nullable} that is there at run time; null elsewhere is refused when the
 * row is used.
 */
public final class Rows {

    private Rows() {}

    /**
     * Rows that are records on the class path, or public records in an exported package of a named module.
     *
     * @param record the record
     * @param <I> the record
     * @return the reader
     * @throws io.mlops4j.api.error.SchemaException if a component cannot be a column (all of them are listed), or the record
     *     cannot be read from here
     */
    public static <I> RecordRows<I> of(Class<I> record) {
        return RecordRows.of(record, RecordAccess.ofEverybody());
    }

    /**
     * Rows that are records which only the caller may see.
     *
     * @param record the record
     * @param lookup the caller's own: {@code MethodHandles.lookup()}
     * @param <I> the record
     * @return the reader
     * @throws io.mlops4j.api.error.SchemaException if a component cannot be a column (all of them are listed), or the caller
     *     may not read the record
     */
    public static <I> RecordRows<I> of(Class<I> record, MethodHandles.Lookup lookup) {
        return RecordRows.of(record, new RecordAccess(lookup));
    }

    /**
     * Rows that are maps from column names to values. Columns that are not in the schema are ignored; an absent one is
     * missing.
     *
     * <p>A value is a {@code Number}, a {@code Boolean}, a {@code String} or enum, an {@code Instant} or {@code LocalDate}, as
     * the column's type wants it, or null.
     *
     * @param schema the columns
     * @return the reader
     * @throws io.mlops4j.api.error.SchemaException if a column is sparse
     */
    public static RowReader<Map<String, ?>> maps(Schema schema) {
        return new MapRows(schema);
    }

    /**
     * Rows that are arrays with one value a column, in the order of the schema. The values are as in {@link #maps}.
     *
     * @param schema the columns
     * @return the reader
     * @throws io.mlops4j.api.error.SchemaException if a column is sparse
     */
    public static RowReader<@Nullable Object[]> arrays(Schema schema) {
        return new ArrayRows(schema);
    }
}
