package io.mlops4j.api.data;

import io.mlops4j.api.error.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Typed rows in columns. Immutable; selections of rows and columns are views that share what lies behind them.
 *
 * <p>Safe for use by many threads.
 */
public final class Dataset {

    private static final int SHOWN = 10;

    private final Schema schema;
    private final List<Values> values;
    private final int size;
    private @Nullable String fingerprint;

    private Dataset(Schema schema, List<? extends Values> values, int size) {
        this.schema = schema;
        this.values = List.copyOf(values);
        this.size = size;
        if (values.size() != schema.size()) {
            throw new IllegalArgumentException(
                    schema.size() + " columns need as many values, not " + values.size() + ".");
        }
        for (int i = 0; i < values.size(); i++) {
            requireFit(schema.columns().get(i), values.get(i), size);
        }
    }

    private static void requireFit(Column column, Values values, int size) {
        Class<? extends Values> expected = switch (column.type()) {
            case NUMERIC, BOOLEAN -> NumericValues.class;
            case CATEGORICAL -> CategoricalValues.class;
            case TEXT -> TextValues.class;
            case TIMESTAMP -> TimestampValues.class;
            case SPARSE -> SparseValues.class;
        };
        if (!expected.isInstance(values)) {
            throw new IllegalArgumentException("Column " + column + " needs " + expected.getSimpleName() + ", not "
                    + values.getClass().getSimpleName() + ".");
        }
        if (values.size() != size) {
            throw new IllegalArgumentException(
                    "Column " + column + " has " + values.size() + " rows, others have " + size + ".");
        }
    }

    /**
     * A data set of these columns.
     *
     * @param schema the columns
     * @param values the values of each, all with the same number of rows
     * @return the data set
     */
    public static Dataset of(Schema schema, List<? extends Values> values) {
        return new Dataset(schema, values, values.isEmpty() ? 0 : values.get(0).size());
    }

    /**
     * Starts a data set to which rows are added one by one.
     *
     * @param schema the columns
     * @return an empty builder
     */
    public static DatasetBuilder builder(Schema schema) {
        return new DatasetBuilder(schema);
    }

    /**
     * Rows of a type of the user's as a data set.
     *
     * @param reader knows the columns and reads a row
     * @param rows the rows
     * @param <I> the type of a row
     * @return the data set
     */
    public static <I> Dataset of(RowReader<I> reader, Iterable<? extends I> rows) {
        DatasetBuilder builder = builder(reader.schema());
        for (I row : rows) {
            reader.read(row, builder.row());
            builder.add();
        }
        return builder.build();
    }

    /**
     * Collects batches.
     *
     * @param schema the columns of every batch
     * @param batches the batches, which stay open
     * @return all their rows
     */
    public static Dataset collect(Schema schema, Batches batches) {
        List<Dataset> parts = new ArrayList<>();
        for (Dataset part = batches.next(); part != null; part = batches.next()) {
            parts.add(part);
        }
        return parts.size() == 1 ? parts.get(0) : Concatenation.of(schema, parts);
    }

    /**
     * The columns.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * How many rows there are.
     *
     * @return at least 0
     */
    public int size() {
        return size;
    }

    /**
     * The values of a column of any type.
     *
     * @param column its name
     * @return the values
     * @throws SchemaException if there is no such column
     */
    public Values values(String column) {
        return values.get(schema.position(column));
    }

    /**
     * The values of a column of any type.
     *
     * @param position its position in the schema
     * @return the values
     */
    public Values values(int position) {
        return values.get(position);
    }

    /**
     * The values of a numeric or boolean column.
     *
     * @param column its name
     * @return the values
     * @throws SchemaException if there is no such column, or it has another type
     */
    public NumericValues numeric(String column) {
        return typed(column, NumericValues.class);
    }

    /**
     * The values of a categorical column.
     *
     * @param column its name
     * @return the values
     * @throws SchemaException if there is no such column, or it has another type
     */
    public CategoricalValues categorical(String column) {
        return typed(column, CategoricalValues.class);
    }

    private <V extends Values> V typed(String column, Class<V> type) {
        Values found = values(column);
        if (!type.isInstance(found)) {
            throw new SchemaException("column '" + column + "' of " + schema.name() + " is "
                    + schema.column(column).type().name().toLowerCase(Locale.ROOT) + ", which has no "
                    + type.getSimpleName() + ".");
        }
        return type.cast(found);
    }

    /**
     * A view of some rows.
     *
     * @param rows which rows, from 0, in the order in which the view has them; a row may come several times
     * @return the view
     */
    public Dataset rows(int[] rows) {
        int[] chosen = rows.clone();
        return new Dataset(
                schema, values.stream().map(column -> column.select(chosen)).toList(), chosen.length);
    }

    /**
     * A view of these columns.
     *
     * @param columns a schema whose columns this data set has, by name
     * @return the view, with that schema
     */
    public Dataset columns(Schema columns) {
        return new Dataset(
                columns,
                columns.columns().stream().map(column -> values(column.name())).toList(),
                size);
    }

    /**
     * This data set with a column added at the end, or put in the place of the one that has its name.
     *
     * @param column the column
     * @param replacement its values
     * @return a data set that shares the other columns
     */
    public Dataset with(Column column, Values replacement) {
        List<Values> changed = new ArrayList<>(values);
        schema.find(column.name()).ifPresentOrElse(at -> changed.set(at, replacement), () -> changed.add(replacement));
        return new Dataset(schema.with(column), changed, size);
    }

    /**
     * The SHA-256 of the content: names, types and values of all columns, one after the other. Computed on first use.
     *
     * <p>Two data sets of the same content have the same fingerprint, however they are stored. Roles and nullability do not
     * count.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(this);
            fingerprint = known; // a race computes the same text twice
        }
        return known;
    }

    /** The columns and the first rows, as a table. */
    @Override
    public String toString() {
        return TextTable.of(this, SHOWN);
    }
}
