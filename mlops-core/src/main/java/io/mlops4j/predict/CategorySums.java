package io.mlops4j.predict;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each category of each column adds to one margin of a linear model: the maps and the weights, multiplied out. */
final class CategorySums {

    private final double[] sums;
    /** Where the sums of each column begin; of one column more, there are only zeros. */
    private final int[] starts;

    CategorySums(List<CategoryFeatures> columns, double[] weights) {
        int longest = columns.stream().mapToInt(CategoryFeatures::size).max().orElse(0);
        this.starts = new int[columns.size() + 1];
        for (int column = 0; column < columns.size(); column++) {
            starts[column + 1] = starts[column] + columns.get(column).size();
        }
        this.sums = new double[starts[columns.size()] + longest];
        for (int column = 0; column < columns.size(); column++) {
            for (int code = 0; code < columns.get(column).size(); code++) {
                sums[starts[column] + code] = sum(columns.get(column), code, weights);
            }
        }
    }

    private static double sum(CategoryFeatures column, int code, double[] weights) {
        int[] features = column.features(code);
        double[] values = column.values(code);
        if (features == null || values == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[features[i]] * values[i];
        }
        return sum;
    }

    /** What a shifted code of a column adds, or NaN if only the row itself can tell. */
    double of(int column, int code) {
        return sums[starts[column] + code];
    }

    /** All columns, eight by eight, over rows whose columns stand in these places; null if there are none. */
    @Nullable
    CategoryBlock blocks(InputLayout layout) {
        int columns = starts.length - 1;
        int blocks = (columns + CategoryBlock.SIZE - 1) / CategoryBlock.SIZE;
        int[] at = Arrays.copyOf(layout.categoryPositions, blocks * CategoryBlock.SIZE);
        int[] starting = new int[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = i < columns ? at[i] : at[0];
            starting[i] = starts[Math.min(i, columns)] + InputRow.SHIFT;
        }
        CategoryBlock next = null;
        for (int block = blocks - 1; block >= 0; block--) {
            next = new CategoryBlock(at, starting, sums, block * CategoryBlock.SIZE, next);
        }
        return next;
    }
}
