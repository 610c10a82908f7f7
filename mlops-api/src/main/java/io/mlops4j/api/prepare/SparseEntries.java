package io.mlops4j.api.prepare;

import io.mlops4j.api.data.SparseValues;
import java.util.Arrays;
import java.util.List;

/** Growing compressed rows. */
final class SparseEntries {

    private final int[] starts;
    private int[] indices;
    private double[] values;
    private int size;

    SparseEntries(int rows) {
        starts = new int[rows + 1];
        indices = new int[Math.max(16, rows)];
        values = new double[indices.length];
    }

    void add(int feature, double value) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        indices[size] = feature;
        values[size++] = value;
    }

    /** Adds what an earlier row has. */
    void repeat(int row) {
        for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
            add(indices[entry], values[entry]);
        }
    }

    void endRow(int row) {
        starts[row + 1] = size;
    }

    SparseValues build(List<String> features) {
        return SparseValues.wrap(features, starts, Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }
}
