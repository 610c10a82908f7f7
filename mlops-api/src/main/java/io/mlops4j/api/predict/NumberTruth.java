package io.mlops4j.api.predict;

/** The number of each row. */
public final class NumberTruth implements Truth {

    private final double[] values;

    private NumberTruth(double[] values) {
        this.values = values;
    }

    /**
     * Truth from an array, which is not copied.
     *
     * @param values the finite number of each row; the caller gives the array away and does not change it again
     * @return the truth
     */
    public static NumberTruth wrap(double[] values) {
        return new NumberTruth(values);
    }

    /**
     * The number of a row.
     *
     * @param row the row, from 0
     * @return the number
     */
    public double value(int row) {
        return values[row];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public NumberTruth select(int[] rows) {
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new NumberTruth(selected);
    }
}
