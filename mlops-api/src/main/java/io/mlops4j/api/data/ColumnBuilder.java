package io.mlops4j.api.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A growing column. */
abstract sealed class ColumnBuilder {

    private static final int FIRST_CAPACITY = 256;

    protected int size;

    /** Adds the row's value; false if that is missing or not a finite number, which is then added as missing. */
    abstract boolean add(RowBuffer row, int column);

    abstract Values build();

    /** Forgets what was added after the first rows. */
    void truncate(int rows) {
        size = rows;
    }

    static final class Numbers extends ColumnBuilder {

        private double[] values = new double[FIRST_CAPACITY];

        @Override
        boolean add(RowBuffer row, int column) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            double value = row.number(column);
            boolean finite = Double.isFinite(value);
            values[size++] = finite ? value : Double.NaN;
            return finite;
        }

        @Override
        Values build() {
            return NumericValues.wrap(Arrays.copyOf(values, size));
        }
    }

    static final class Categories extends ColumnBuilder {

        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> known = new HashMap<>();
        private int[] codes = new int[FIRST_CAPACITY];

        @Override
        boolean add(RowBuffer row, int column) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, size * 2);
            }
            int code = code(row.category(column));
            codes[size++] = code;
            return code != Dictionary.MISSING;
        }

        private int code(@Nullable String name) {
            if (name == null) {
                return Dictionary.MISSING;
            }
            Integer code = known.get(name);
            if (code == null) {
                code = names.size();
                known.put(name, code);
                names.add(name);
            }
            return code;
        }

        @Override
        Values build() {
            return CategoricalValues.wrap(Arrays.copyOf(codes, size), Dictionary.of(names));
        }
    }

    static final class Texts extends ColumnBuilder {

        private @Nullable String[] values = new String[FIRST_CAPACITY];

        @Override
        boolean add(RowBuffer row, int column) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            String value = row.text(column);
            values[size++] = value;
            return value != null;
        }

        @Override
        Values build() {
            return TextValues.wrap(Arrays.copyOf(values, size));
        }
    }

    static final class Times extends ColumnBuilder {

        private long[] values = new long[FIRST_CAPACITY];

        @Override
        boolean add(RowBuffer row, int column) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            long value = row.time(column);
            values[size++] = value;
            return value != TimestampValues.MISSING;
        }

        @Override
        Values build() {
            return TimestampValues.wrap(Arrays.copyOf(values, size));
        }
    }
}
