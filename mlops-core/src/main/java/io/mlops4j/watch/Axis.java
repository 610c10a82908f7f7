package io.mlops4j.watch;

/**
 * A column's direction in a table of counts. Two columns share a table, so one increment counts both; what each of them has
 * is summed when somebody asks. Where a row is counted is the sum of what its two axes say.
 *
 * @param table where the table begins
 * @param cells how large the table is
 * @param offset what is added once for the axis: where the table begins, unless the other axis says so
 * @param stride from one bin to the next
 * @param bins how many bins there are
 */
record Axis(int table, int cells, int offset, int stride, int bins) {

    /** Of a column that has a table for itself. */
    static Axis alone(int table, int bins) {
        return new Axis(table, bins, table, 1, bins);
    }

    /** Of the first of two columns. */
    static Axis outer(int table, int bins, int innerBins) {
        return new Axis(table, bins * innerBins, table, innerBins, bins);
    }

    /** Of the second of two columns. */
    static Axis inner(int table, int outerBins, int bins) {
        return new Axis(table, outerBins * bins, 0, 1, bins);
    }

    /** What a bin of this column adds to where the row is counted. */
    int part(int bin) {
        return offset + bin * stride;
    }

    /** How often each bin was met. */
    long[] totals(long[] values) {
        long[] totals = new long[bins];
        for (int cell = 0; cell < cells; cell++) {
            totals[cell / stride % bins] += values[table + cell];
        }
        return totals;
    }
}
