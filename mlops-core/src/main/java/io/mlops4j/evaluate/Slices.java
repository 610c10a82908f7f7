package io.mlops4j.evaluate;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.api.predict.Classes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Divides rows by the values of a column. */
final class Slices {

    private static final int FIRST_CAPACITY = 16;

    private Slices() {}

    static void check(Schema schema, String column) {
        Column found = schema.column(column);
        if (found.type() != ColumnType.CATEGORICAL && found.type() != ColumnType.BOOLEAN) {
            throw new SchemaException("column '" + column + "' of " + schema.name() + " is "
                    + found.type().name().toLowerCase(Locale.ROOT)
                    + "; slices are made by a categorical or boolean column.");
        }
    }

    /** The rows of each slice, ordered by the code points of the value. */
    static Map<Slice, int[]> of(Dataset rows, String column) {
        check(rows.schema(), column);
        boolean flags = rows.schema().column(column).type() == ColumnType.BOOLEAN;
        Values values = rows.values(column);
        SortedMap<String, Rows> parts = new TreeMap<>(Classes.BY_CODE_POINT);
        for (int row = 0; row < rows.size(); row++) {
            String text = values.text(row);
            String value = text == null ? Slice.MISSING : flags ? flag(text) : escaped(text);
            parts.computeIfAbsent(value, first -> new Rows()).add(row);
        }
        Map<Slice, int[]> slices = new java.util.LinkedHashMap<>();
        parts.forEach((value, part) -> slices.put(new Slice(column, value), part.toArray()));
        return slices;
    }

    /** A real value of the text that stands for a missing one gets a backslash, as the features of one-hot columns do. */
    private static String escaped(String text) {
        return text.endsWith(Slice.MISSING) && text.replace("\\", "").equals(Slice.MISSING) ? "\\" + text : text;
    }

    private static String flag(String text) {
        return text.equals("0") ? "false" : "true";
    }

    /** A growing list of rows. */
    private static final class Rows {

        private int[] rows = new int[FIRST_CAPACITY];
        private int size;

        void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = row;
        }

        int[] toArray() {
            return Arrays.copyOf(rows, size);
        }
    }
}
