package io.mlops4j.predict;

import io.mlops4j.api.data.RowBuffer;

/** What the categories of eight columns add to a linear model, written out for the reasons of {@link NumberBlock}. */
final class CategoryBlock {

    /** How many columns there are. */
    static final int SIZE = 8;

    private final int at0;
    private final int start0;
    private final int at1;
    private final int start1;
    private final int at2;
    private final int start2;
    private final int at3;
    private final int start3;
    private final int at4;
    private final int start4;
    private final int at5;
    private final int start5;
    private final int at6;
    private final int start6;
    private final int at7;
    private final int start7;
    private final double[] sums;

    /**
     * Eight columns.
     *
     * @param at where in a row the code of each column stands
     * @param starts where the sums of each column begin: that of code 0
     * @param sums what each code adds
     * @param first the first of the columns
     */
    CategoryBlock(int[] at, int[] starts, double[] sums, int first) {
        this.sums = sums;
        at0 = at[first + 0];
        start0 = starts[first + 0];
        at1 = at[first + 1];
        start1 = starts[first + 1];
        at2 = at[first + 2];
        start2 = starts[first + 2];
        at3 = at[first + 3];
        start3 = starts[first + 3];
        at4 = at[first + 4];
        start4 = starts[first + 4];
        at5 = at[first + 5];
        start5 = starts[first + 5];
        at6 = at[first + 6];
        start6 = starts[first + 6];
        at7 = at[first + 7];
        start7 = starts[first + 7];
    }

    /** What the categories of a row add, NaN if only the row itself can tell. */
    double sum(RowBuffer row) {
        double[] all = sums;
        double a = all[start0 + row.code(at0)];
        double b = all[start1 + row.code(at1)];
        double c = all[start2 + row.code(at2)];
        double d = all[start3 + row.code(at3)];
        double e = all[start4 + row.code(at4)];
        double f = all[start5 + row.code(at5)];
        double g = all[start6 + row.code(at6)];
        double h = all[start7 + row.code(at7)];
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    /** Negative if a category is missing or was never seen. */
    int signs(RowBuffer row) {
        return ((row.code(at0) | row.code(at1)) | (row.code(at2) | row.code(at3)))
                | ((row.code(at4) | row.code(at5)) | (row.code(at6) | row.code(at7)));
    }
}
