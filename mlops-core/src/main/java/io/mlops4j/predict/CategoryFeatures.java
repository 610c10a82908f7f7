package io.mlops4j.predict;

import org.jspecify.annotations.Nullable;

/**
 * The features of every category of a column, computed beforehand by the very maps that prepared the training rows.
 * Where a map refuses a category, the refusal is left to the row that has it.
 */
final class CategoryFeatures {

    private final int[] @Nullable [] features;
    private final double[] @Nullable [] values;

    CategoryFeatures(PreparedColumn column) {
        int size = column.input().dictionary().size() + InputRow.SHIFT;
        features = new int[size][];
        values = new double[size][];
        FeatureList list = new FeatureList();
        for (int code = InputRow.MISSING; code < size; code++) {
            list.clear();
            String name = column.input().dictionary().name(code - InputRow.SHIFT);
            try {
                column.blocks().forEach(block -> block.ofText(name, list));
            } catch (RuntimeException refused) {
                continue; // by a policy; thrown again by the row that has it
            }
            features[code] = list.features();
            values[code] = list.values();
        }
    }

    /** How many codes there are, unseen and missing included. */
    int size() {
        return features.length;
    }

    /** The features that a shifted code has, or null if only the row itself can tell. */
    int @Nullable [] features(int code) {
        return features[code];
    }

    /** The values of {@link #features}. */
    double @Nullable [] values(int code) {
        return values[code];
    }
}
