package io.mlops4j.predict;

import io.mlops4j.api.data.RowBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One margin of a linear model, for rows as nearly all are: numbers that are there and of ordinary size, and categories that
 * a table knows, missing ones among them. Straight maps are multiplied out with the weights, and the numbers are checked all
 * at once by the sum of their magnitudes.
 */
final class UsualSum {

    /** The product of two such numbers, summed up over all columns, is far from what a double cannot hold. */
    private static final double ORDINARY = 1e100;

    /**
     * So many columns are written out one by one, and lists of columns are filled up with such as add nothing. What is read
     * here was written a moment before, by as many instructions; a processor that foresees which load takes what which store
     * has written is wrong all the time if one load in a loop takes all of it.
     */
    private static final int BLOCK = 8;

    /** A number that has to be mapped row by row. */
    private record Curve(int position, NumericFeature feature, double weight) {}

    private final double intercept;
    /** Of each line where the number stands that it is for; each number has one, and be it to be looked at. */
    private final int[] numbers;

    private final double[] centers;
    private final double[] slopes;
    private final Curve[] curves;
    /** Where the codes of the categories stand. */
    private final int[] categories;
    /** Where the categorical columns begin in the table. */
    private final int[] starts;

    private final double[] table;

    /**
     * A sum over rows of which only the order of their numbers and of their categories is known; see {@link #at}.
     *
     * @param weights of all features
     * @param tables for each categorical column the sum of each code
     */
    UsualSum(double intercept, double[] weights, NumericColumns numbers, double[][] tables) {
        this.intercept = intercept;
        List<Integer> columns = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Curve> curved = new ArrayList<>();
        for (int column = 0; column < numbers.size(); column++) {
            boolean seen = false;
            for (NumericFeature feature : numbers.features(column)) {
                double weight = weights[feature.feature()];
                Optional<Line> line = feature.line().map(unweighted -> unweighted.times(weight));
                if (line.isPresent() && line.get().within(ORDINARY)) {
                    columns.add(column);
                    lines.add(line.get());
                    seen = true;
                } else {
                    curved.add(new Curve(column, feature, weight));
                }
            }
            if (!seen) {
                columns.add(column);
                lines.add(new Line(0, 0));
            }
        }
        while (lines.size() % BLOCK != 0) {
            columns.add(columns.get(0));
            lines.add(new Line(0, 0));
        }
        this.numbers = columns.stream().mapToInt(Integer::intValue).toArray();
        this.centers = lines.stream().mapToDouble(Line::center).toArray();
        this.slopes = lines.stream().mapToDouble(Line::slope).toArray();
        this.curves = curved.toArray(Curve[]::new);
        this.categories = new int[(tables.length + BLOCK - 1) / BLOCK * BLOCK];
        this.starts = new int[categories.length];
        int start = InputRow.SHIFT;
        for (int i = 0; i < categories.length; i++) {
            categories[i] = i < tables.length ? i : 0;
            starts[i] = start;
            start += i < tables.length ? tables[i].length : 0;
        }
        int nothing = tables.length == 0 ? 0 : tables[0].length;
        this.table = Arrays.copyOf(
                Arrays.stream(tables).flatMapToDouble(Arrays::stream).toArray(), start - InputRow.SHIFT + nothing);
    }

    private UsualSum(UsualSum same, InputLayout layout) {
        this.intercept = same.intercept;
        this.numbers = Arrays.stream(same.numbers)
                .map(column -> layout.numberPositions[column])
                .toArray();
        this.centers = same.centers;
        this.slopes = same.slopes;
        this.curves = Arrays.stream(same.curves)
                .map(curve -> new Curve(layout.numberPositions[curve.position], curve.feature, curve.weight))
                .toArray(Curve[]::new);
        this.categories = Arrays.stream(same.categories)
                .map(column -> layout.categoryPositions[column])
                .toArray();
        this.starts = same.starts;
        this.table = same.table;
    }

    /** The same sum over rows whose columns stand in these places. */
    UsualSum at(InputLayout layout) {
        return new UsualSum(this, layout);
    }

    /**
     * The sum, or NaN if the row is not as usual; nothing of it was checked but the numbers, and nothing counted.
     *
     * @param work takes the signs of the codes
     */
    double of(RowBuffer row, Workspace work) {
        double sum = intercept;
        double magnitude = 0;
        for (int i = 0; i < numbers.length; i += BLOCK) {
            double a = row.number(numbers[i]);
            double b = row.number(numbers[i + 1]);
            double c = row.number(numbers[i + 2]);
            double d = row.number(numbers[i + 3]);
            double e = row.number(numbers[i + 4]);
            double f = row.number(numbers[i + 5]);
            double g = row.number(numbers[i + 6]);
            double h = row.number(numbers[i + 7]);
            magnitude += ((Math.abs(a) + Math.abs(b)) + (Math.abs(c) + Math.abs(d)))
                    + ((Math.abs(e) + Math.abs(f)) + (Math.abs(g) + Math.abs(h)));
            sum += ((line(i, a) + line(i + 1, b)) + (line(i + 2, c) + line(i + 3, d)))
                    + ((line(i + 4, e) + line(i + 5, f)) + (line(i + 6, g) + line(i + 7, h)));
        }
        if (!(magnitude <= ORDINARY)) {
            return Double.NaN;
        }
        for (Curve curve : curves) {
            sum += curve.weight * curve.feature.value(row.number(curve.position));
        }
        double ofCategories = 0;
        int signs = 0;
        for (int i = 0; i < categories.length; i += BLOCK) {
            int a = row.code(categories[i]);
            int b = row.code(categories[i + 1]);
            int c = row.code(categories[i + 2]);
            int d = row.code(categories[i + 3]);
            int e = row.code(categories[i + 4]);
            int f = row.code(categories[i + 5]);
            int g = row.code(categories[i + 6]);
            int h = row.code(categories[i + 7]);
            signs |= ((a | b) | (c | d)) | ((e | f) | (g | h));
            ofCategories += ((category(i, a) + category(i + 1, b)) + (category(i + 2, c) + category(i + 3, d)))
                    + ((category(i + 4, e) + category(i + 5, f)) + (category(i + 6, g) + category(i + 7, h)));
        }
        work.signs = signs;
        return sum + ofCategories;
    }

    private double line(int i, double number) {
        return (number - centers[i]) * slopes[i];
    }

    private double category(int i, int code) {
        return table[starts[i] + code];
    }
}
