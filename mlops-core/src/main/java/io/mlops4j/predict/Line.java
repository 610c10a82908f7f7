package io.mlops4j.predict;

import io.mlops4j.api.prepare.ColumnMap;
import java.util.Optional;

/**
 * What straight maps do to a number that is there: {@code (number - center) * slope}.
 *
 * @param center the number that becomes 0
 * @param slope how much the result rises with the number
 */
record Line(double center, double slope) {

    private static final Line UNCHANGED = new Line(0, 1);

    /**
     * The line that maps amount to, if there is one. Two that both move numbers are not made one: the center would be rounded,
     * and the difference from it with it.
     */
    static Optional<Line> of(ColumnMap.Numeric[] maps) {
        Line line = UNCHANGED;
        for (ColumnMap.Numeric map : maps) {
            if (!(map instanceof ColumnMap.Affine affine)) {
                return Optional.empty();
            }
            Line next = new Line(affine.center(), affine.slope());
            if (line.equals(UNCHANGED)) {
                line = next;
            } else if (!next.equals(UNCHANGED)) {
                return Optional.empty();
            }
        }
        return Optional.of(line);
    }

    /** The same line for results that are multiplied with a weight. */
    Line times(double weight) {
        return new Line(center, slope * weight);
    }

    /** Whether center and slope are at most so large. */
    boolean within(double limit) {
        return Math.abs(center) <= limit && Math.abs(slope) <= limit;
    }
}
