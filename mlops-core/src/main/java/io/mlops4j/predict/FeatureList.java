package io.mlops4j.predict;

import io.mlops4j.api.data.SparseSink;
import java.util.Arrays;

/** The features that are present, with their values, in the order in which they came. Grows once, then is used again. */
final class FeatureList implements SparseSink {

    private int[] features = new int[8];
    private double[] values = new double[8];
    private int size;
    private int offset;
    private int width;

    void clear() {
        size = 0;
    }

    /** Says which block the next entries belong to. */
    void block(int firstFeature, int features) {
        offset = firstFeature;
        width = features;
    }

    @Override
    public void add(int feature, double value) {
        if (feature < 0 || feature >= width) {
            throw new IllegalStateException("A step gave feature " + feature + " of a block of " + width + ".");
        }
        if (Double.isNaN(value)) {
            return; // a missing number is an absent feature
        }
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        features[size] = offset + feature;
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int feature(int entry) {
        return features[entry];
    }

    double value(int entry) {
        return values[entry];
    }

    int[] features() {
        return Arrays.copyOf(features, size);
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }
}
