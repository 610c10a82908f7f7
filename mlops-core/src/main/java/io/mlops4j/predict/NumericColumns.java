package io.mlops4j.predict;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The features that are numbers all the way, by the input column that they come from. Every numeric column of the input is
 * here, read or not, so that each is checked.
 */
final class NumericColumns {

    /** All features, column after column. */
    final NumericFeature[] features;

    /** Where the features of each column end. */
    final int[] ends;

    private final NumericFeature[][] byColumn;

    /**
     * The features of a preparation.
     *
     * @param preparation the preparation
     * @param wanted which features are computed
     */
    NumericColumns(Preparation preparation, IntPredicate wanted) {
        byColumn = preparation.columns().stream()
                .filter(column -> column.input().kind() == InputColumn.Kind.NUMBER)
                .map(column -> features(column, wanted))
                .toArray(NumericFeature[][]::new);
        features = Arrays.stream(byColumn).flatMap(Arrays::stream).toArray(NumericFeature[]::new);
        ends = new int[byColumn.length];
        for (int i = 0, end = 0; i < ends.length; i++) {
            end += byColumn[i].length;
            ends[i] = end;
        }
    }

    private static NumericFeature[] features(PreparedColumn column, IntPredicate wanted) {
        if (!column.isNumeric()) {
            return new NumericFeature[0];
        }
        return column.blocks().stream()
                .filter(block -> wanted.test(block.offset()))
                .map(NumericFeature::new)
                .toArray(NumericFeature[]::new);
    }

    /** How many numeric columns the input has. */
    int size() {
        return byColumn.length;
    }

    /** The features of one column, which nobody changes. */
    NumericFeature[] features(int column) {
        return byColumn[column];
    }
}
