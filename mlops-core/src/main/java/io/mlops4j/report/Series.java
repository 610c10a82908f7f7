package io.mlops4j.report;

import java.time.Instant;
import java.util.List;

/**
 * Numbers over time.
 *
 * @param name what they are
 * @param points one for each window
 */
record Series(String name, List<Point> points) {

    /** Copies the list. */
    Series {
        points = List.copyOf(points);
    }

    /**
     * A number at a time.
     *
     * @param at when
     * @param version whose number it is; a line does not go on to another version
     * @param value the number, NaN if it is not known
     * @param lower where it probably begins, or the number itself
     * @param upper where it probably ends, or the number itself
     * @param alert whether a limit was broken
     * @param text the number with all that belongs to it
     */
    record Point(Instant at, int version, double value, double lower, double upper, boolean alert, String text) {}
}
