package io.mlops4j.predict;

import io.mlops4j.api.data.RowBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Eight lines of a linear model, added up, each written out: a loop over arrays would check six bounds a number, and have too
 * many arrays at hand for the registers there are. Besides, what is read here was written a moment before, by as many
 * instructions; a processor that foresees which load takes what which store has written is wrong all the time if one load in
 * a loop takes all of it.
 */
final class NumberBlock {

    /** How many lines there are. */
    static final int SIZE = 8;

    /** The lines after these; a list costs less to go through than an array if it has one element. */
    final @Nullable NumberBlock next;

    private final int at0;
    private final double center0;
    private final double slope0;
    private final int at1;
    private final double center1;
    private final double slope1;
    private final int at2;
    private final double center2;
    private final double slope2;
    private final int at3;
    private final double center3;
    private final double slope3;
    private final int at4;
    private final double center4;
    private final double slope4;
    private final int at5;
    private final double center5;
    private final double slope5;
    private final int at6;
    private final double center6;
    private final double slope6;
    private final int at7;
    private final double center7;
    private final double slope7;

    /**
     * Eight lines.
     *
     * @param at where in a row the number of each line stands
     * @param lines the lines
     * @param first the first of them
     * @param next the block after this one, null if there is none
     */
    NumberBlock(int[] at, List<Line> lines, int first, @Nullable NumberBlock next) {
        this.next = next;
        at0 = at[first + 0];
        center0 = lines.get(first + 0).center();
        slope0 = lines.get(first + 0).slope();
        at1 = at[first + 1];
        center1 = lines.get(first + 1).center();
        slope1 = lines.get(first + 1).slope();
        at2 = at[first + 2];
        center2 = lines.get(first + 2).center();
        slope2 = lines.get(first + 2).slope();
        at3 = at[first + 3];
        center3 = lines.get(first + 3).center();
        slope3 = lines.get(first + 3).slope();
        at4 = at[first + 4];
        center4 = lines.get(first + 4).center();
        slope4 = lines.get(first + 4).slope();
        at5 = at[first + 5];
        center5 = lines.get(first + 5).center();
        slope5 = lines.get(first + 5).slope();
        at6 = at[first + 6];
        center6 = lines.get(first + 6).center();
        slope6 = lines.get(first + 6).slope();
        at7 = at[first + 7];
        center7 = lines.get(first + 7).center();
        slope7 = lines.get(first + 7).slope();
    }

    /** The sum of what the lines make of the numbers of a row: not finite if a number is not. */
    double sum(RowBuffer row) {
        double a = (row.number(at0) - center0) * slope0;
        double b = (row.number(at1) - center1) * slope1;
        double c = (row.number(at2) - center2) * slope2;
        double d = (row.number(at3) - center3) * slope3;
        double e = (row.number(at4) - center4) * slope4;
        double f = (row.number(at5) - center5) * slope5;
        double g = (row.number(at6) - center6) * slope6;
        double h = (row.number(at7) - center7) * slope7;
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
