package io.mlops4j.predict;

import io.mlops4j.api.error.UnsupportedModelException;
import java.util.List;

/**
 * A preparation taken apart: which input columns the model reads, and what becomes of each.
 *
 * @param columns the columns in the order of the input
 * @param features how many features they give in all
 */
record Preparation(List<PreparedColumn> columns, int features) {

    List<InputColumn> inputs() {
        return columns.stream().map(PreparedColumn::input).toList();
    }

    List<PreparedColumn> categories() {
        return columns.stream().filter(PreparedColumn::isCategory).toList();
    }

    /** Columns of which every value has to be mapped when it comes: free text, and numbers that become categories. */
    List<PreparedColumn> interpreted() {
        return columns.stream()
                .filter(column -> !column.isNumeric() && !column.isCategory())
                .toList();
    }

    /** The features of a row, computed map by map: slow, and right for every value. */
    void evaluate(InputRow row, FeatureList features) {
        features.clear();
        for (int i = 0; i < columns.size(); i++) { // an iterator would be an object
            columns.get(i).evaluate(row, features);
        }
    }

    /** Checks that a model was trained on as many features as the preparation gives. */
    void requireFeatures(int expected) {
        if (features != expected) {
            throw new UnsupportedModelException("The preparation gives " + features + " features, the model reads "
                    + expected + ". The bundle was put together from parts that do not belong together.");
        }
    }
}
