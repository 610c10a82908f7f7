package io.mlops4j.predict;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * The features of a preparation.
     *
     * @param preparation the preparation
     * @param wanted which features are computed
     */
    NumericColumns(Preparation preparation, IntPredicate wanted) {
        List<NumericFeature> all = new ArrayList<>();
        List<Integer> allEnds = new ArrayList<>();
        for (PreparedColumn column : preparation.columns()) {
            if (column.input().kind() == InputColumn.Kind.NUMBER) {
                if (column.isNumeric()) {
                    column.blocks().stream()
                            .filter(block -> wanted.test(block.offset()))
                            .map(NumericFeature::new)
                            .forEach(all::add);
                }
                allEnds.add(all.size());
            }
        }
        features = all.toArray(NumericFeature[]::new);
        ends = allEnds.stream().mapToInt(Integer::intValue).toArray();
    }
}
