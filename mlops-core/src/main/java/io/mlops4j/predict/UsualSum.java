package io.mlops4j.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One margin of a linear model, for rows as nearly all are: numbers that are there and of ordinary size, and categories that
 * the training rows had. Straight maps are multiplied out with the weights, and values are checked all at once: the numbers
 * by the sum of their magnitudes, the categories by the signs of their codes.
 */
final class UsualSum {

    /** The product of two such numbers, summed up over all columns, is far from what a double cannot hold. */
    private static final double ORDINARY = 1e100;

    /** A number that has to be mapped row by row. */
    private record Curve(int column, NumericFeature feature, double weight) {}

    private final double intercept;
    /** Of each line the numeric column that it is for; each column has one, and be it to look at the number. */
    private final int[] columns;

    private final double[] centers;
    private final double[] slopes;
    private final Curve[] curves;
    /** Where the categorical columns begin in the table. */
    private final int[] starts;

    private final double[] table;

    /**
     * A sum.
     *
     * @param weights of all features
     * @param tables for each categorical column the sum of each code
     */
    UsualSum(double intercept, double[] weights, NumericColumns numbers, double[][] tables) {
        this.intercept = intercept;
        List<Integer> lineColumns = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Curve> curved = new ArrayList<>();
        for (int column = 0; column < numbers.size(); column++) {
            boolean seen = false;
            for (NumericFeature feature : numbers.features(column)) {
                double weight = weights[feature.feature()];
                Optional<Line> line = feature.line().map(unweighted -> unweighted.times(weight));
                if (line.isPresent() && line.get().within(ORDINARY)) {
                    lineColumns.add(column);
                    lines.add(line.get());
                    seen = true;
                } else {
                    curved.add(new Curve(column, feature, weight));
                }
            }
            if (!seen) {
                lineColumns.add(column);
                lines.add(new Line(0, 0));
            }
        }
        this.columns = lineColumns.stream().mapToInt(Integer::intValue).toArray();
        this.centers = lines.stream().mapToDouble(Line::center).toArray();
        this.slopes = lines.stream().mapToDouble(Line::slope).toArray();
        this.curves = curved.toArray(Curve[]::new);
        this.starts = new int[tables.length];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + tables[i - 1].length;
        }
        this.table = Arrays.stream(tables).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The sum, or NaN if the row is not as usual; nothing of it was counted. */
    double of(InputRow row) {
        double sum = intercept;
        double magnitude = 0;
        for (int i = 0; i < columns.length; i++) {
            double number = row.givenNumber(columns[i]);
            magnitude += Math.abs(number);
            sum += (number - centers[i]) * slopes[i];
        }
        if (!(magnitude <= ORDINARY)) {
            return Double.NaN;
        }
        for (Curve curve : curves) {
            sum += curve.weight * curve.feature.value(row.givenNumber(curve.column));
        }
        int signs = 0;
        double ofCategories = 0;
        for (int i = 0; i < starts.length; i++) {
            int code = row.sameCode(i);
            signs |= code - InputRow.SHIFT;
            ofCategories += table[starts[i] + code];
        }
        return signs < 0 ? Double.NaN : sum + ofCategories;
    }
}
