package io.mlops4j.predict;

import io.mlops4j.predict.InputColumn.Kind;
import java.util.List;

/**
 * An input column and all features that come from it.
 *
 * @param input the column
 * @param blocks its features
 */
record PreparedColumn(InputColumn input, List<FeatureBlock> blocks) {

    /** Whether it is a number that only numeric maps change. */
    boolean isNumeric() {
        return input.kind() == Kind.NUMBER && blocks.stream().allMatch(FeatureBlock::isNumeric);
    }

    /** Whether its values are known beforehand, so that they can be mapped beforehand. */
    boolean isCategory() {
        return input.kind() == Kind.CATEGORY;
    }

    /** Adds the features of the value that a row has. */
    void evaluate(InputRow row, FeatureList features) {
        for (int i = 0; i < blocks.size(); i++) { // an iterator would be an object
            FeatureBlock block = blocks.get(i);
            if (input.kind() == Kind.NUMBER) {
                block.ofNumber(row.sameNumber(input.index()), features);
            } else {
                block.ofText(row.sameText(input), features);
            }
        }
    }
}
