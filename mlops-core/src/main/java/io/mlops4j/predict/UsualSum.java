package io.mlops4j.predict;

import io.mlops4j.api.data.RowBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One margin of a linear model, for rows as nearly all are: numbers that are finite, and categories whose sum is known,
 * missing ones among them. Straight maps are multiplied out with the weights. Each number has a line, so that all are checked at
 * once: one that is not finite leaves no finite sum of the lines.
 */
final class UsualSum {

    /** So far from what a double cannot hold that no map came near to it. */
    private static final double ORDINARY = 1e100;

    private static final Line NOTHING = new Line(0, 0);

    /** A number that has to be mapped row by row. */
    private record Curve(int position, NumericFeature feature, double weight) {}

    private final double intercept;
    private final @Nullable NumberBlock numbers;
    private final Curve[] curves;
    private final @Nullable CategoryBlock categories;

    /**
     * A sum.
     *
     * @param intercept where it starts
     * @param weights of all features
     * @param columns the numeric columns
     * @param sums what the categories add
     * @param layout where the columns of the rows stand
     */
    UsualSum(double intercept, double[] weights, NumericColumns columns, CategorySums sums, InputLayout layout) {
        this.intercept = intercept;
        List<Integer> positions = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Curve> curved = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int position = layout.numberPositions[column];
            boolean seen = false;
            for (NumericFeature feature : columns.features(column)) {
                double weight = weights[feature.feature()];
                Optional<Line> line = feature.line();
                if (line.isPresent() && line.get().within(ORDINARY)) {
                    positions.add(position);
                    lines.add(line.get().times(weight));
                    seen = true;
                } else {
                    curved.add(new Curve(position, feature, weight));
                }
            }
            if (!seen) {
                positions.add(position);
                lines.add(NOTHING);
            }
        }
        this.numbers = blocks(positions, lines);
        this.curves = curved.toArray(Curve[]::new);
        this.categories = sums.blocks(layout);
    }

    private static @Nullable NumberBlock blocks(List<Integer> positions, List<Line> lines) {
        while (lines.size() % NumberBlock.SIZE != 0) {
            positions.add(positions.get(0));
            lines.add(NOTHING);
        }
        int[] at = positions.stream().mapToInt(Integer::intValue).toArray();
        NumberBlock next = null;
        for (int first = lines.size() - NumberBlock.SIZE; first >= 0; first -= NumberBlock.SIZE) {
            next = new NumberBlock(at, lines, first, next);
        }
        return next;
    }

    /**
     * The sum; not finite if the row is not as usual.
     *
     * @param work its signs become negative if a category is missing or was never seen, and 0 or more otherwise
     */
    double of(RowBuffer row, Workspace work) {
        double sum = intercept;
        for (NumberBlock block = numbers; block != null; block = block.next) {
            sum += block.sum(row);
        }
        if (!(Math.abs(sum) <= ORDINARY)) { // before a curve sees it, which may refuse it
            return Double.NaN;
        }
        for (Curve curve : curves) {
            sum += curve.weight * curve.feature.value(row.number(curve.position));
        }
        work.signs = 0;
        for (CategoryBlock block = categories; block != null; block = block.next) {
            sum += block.sum(row, work);
        }
        return sum;
    }
}
