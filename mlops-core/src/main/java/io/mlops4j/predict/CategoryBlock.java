package io.mlops4j.predict;

import io.mlops4j.api.data.RowBuffer;
import org.jspecify.annotations.Nullable;

/** What the categories of eight columns add to a linear model, written out for the reasons of {@link NumberBlock}. */
final class CategoryBlock {

    /** How many columns there are. */
    static final int SIZE = 8;

    /** The columns after these. */
    final @Nullable CategoryBlock next;

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
     * @param next the block after this one, null if there is none
     */
    CategoryBlock(int[] at, int[] starts, double[] sums, int first, @Nullable CategoryBlock next) {
        this.next = next;
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

    /**
     * What the categories of a row add, NaN if only the row itself can tell.
     *
     * @param work its signs become negative if a category is missing or was never seen
     */
    double sum(RowBuffer row, Workspace work) {
        double[] all = sums;
        int code0 = row.code(at0);
        int code1 = row.code(at1);
        int code2 = row.code(at2);
        int code3 = row.code(at3);
        int code4 = row.code(at4);
        int code5 = row.code(at5);
        int code6 = row.code(at6);
        int code7 = row.code(at7);
        work.signs |= ((code0 | code1) | (code2 | code3)) | ((code4 | code5) | (code6 | code7));
        return ((all[start0 + code0] + all[start1 + code1]) + (all[start2 + code2] + all[start3 + code3]))
                + ((all[start4 + code4] + all[start5 + code5]) + (all[start6 + code6] + all[start7 + code7]));
    }
}
