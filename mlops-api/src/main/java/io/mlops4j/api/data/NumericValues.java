package io.mlops4j.api.data;

import org.jspecify.annotations.Nullable;

/** Numbers; a missing one is NaN. A boolean column holds 1 for true and 0 for false. */
public final class NumericValues implements Values {

    private final double[] values;
    private final RowIndex index;

    private NumericValues(double[] values, RowIndex index) {
        this.values = values;
        this.index = index;
    }

    /**
     * Values of an array, which is not copied.
     *
     * @param values the numbers, NaN for a missing one; the caller gives the array away and does not change it again
     * @return the values
     */
    public static NumericValues wrap(double[] values) {
        return new NumericValues(values, RowIndex.all(values.length));
    }

    /**
     * The number in a row.
     *
     * @param row the row, from 0
     * @return the number, NaN if it is missing
     */
    public double get(int row) {
        return values[index.at(row)];
    }

    /**
     * A copy of the numbers.
     *
     * @return a new array, NaN for missing ones
     */
    public double[] toArray() {
        double[] copy = new double[size()];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = get(row);
        }
        return copy;
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public boolean missing(int row) {
        return Double.isNaN(get(row));
    }

    @Override
    public @Nullable String text(int row) {
        double value = get(row);
        if (Double.isNaN(value)) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public NumericValues select(int[] rows) {
        return new NumericValues(values, index.select(rows));
    }
}
