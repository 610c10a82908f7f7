package io.mlops4j.api.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.SchemaException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How one output column comes from one input column.
 *
 * @param input the name of the column that is read
 * @param output the column that is written: a new one, or in the place of the one with its name
 * @param map what happens to each value
 */
public record ColumnTransform(String input, Column output, ColumnMap map) {

    private static final Set<ColumnType> NUMBERS = EnumSet.of(ColumnType.NUMERIC, ColumnType.BOOLEAN);
    private static final Set<ColumnType> NAMES = EnumSet.of(ColumnType.CATEGORICAL, ColumnType.TEXT);

    /** Checks that the map gives what the output column holds. */
    public ColumnTransform {
        boolean fits;
        if (map instanceof ColumnMap.Sparse) {
            fits = output.type() == ColumnType.SPARSE;
        } else if (map instanceof ColumnMap.Category) {
            fits = output.type() == ColumnType.CATEGORICAL;
        } else {
            fits = NUMBERS.contains(output.type());
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "The column " + output + " cannot hold what is made of '" + input + "'.");
        }
    }

    /**
     * Maps a whole column.
     *
     * @param values the values of the input column
     * @return as many values, for the output column
     */
    public Values apply(Values values) {
        return BatchMapping.apply(map, values);
    }

    /** Checks that the input column is there and holds what the map reads. */
    void check(Schema schema) {
        Column column = schema.column(input);
        boolean numeric = map instanceof ColumnMap.Numeric;
        boolean fits = map instanceof ColumnMap.Category
                ? column.type() == ColumnType.CATEGORICAL
                : (numeric ? NUMBERS : NAMES).contains(column.type());
        if (!fits) {
            throw new SchemaException("the column '" + input + "' of " + schema.name() + " is "
                    + column.type().name().toLowerCase(Locale.ROOT) + ", but the step was fitted on "
                    + (numeric ? "numbers" : "names") + ". Give it the columns that it was fitted on.");
        }
    }
}
