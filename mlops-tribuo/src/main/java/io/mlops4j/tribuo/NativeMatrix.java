package io.mlops4j.tribuo;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.train.TrainingSet;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows to learn from in XGBoost's memory: compressed rows in Tribuo's order of the features. */
final class NativeMatrix {

    private static final int MOST_ENTRIES = Integer.MAX_VALUE - 8;

    private NativeMatrix() {}

    /** A matrix that the caller must dispose. */
    static DMatrix of(TrainingSet rows, FeatureOrder order, float[] labels) throws XGBoostError {
        RowEntries entries = RowEntries.forTrees(rows.features(), order);
        float[] weights = Weights.of(rows).toArray();
        long[] starts = new long[labels.length + 1];
        int[] ids = new int[Math.max(16, labels.length)];
        float[] values = new float[ids.length];
        int count = 0;
        for (int row = 0; row < labels.length; row++) {
            entries.read(row);
            if (entries.size() > ids.length - count) {
                int larger = larger(count, entries.size());
                ids = Arrays.copyOf(ids, larger);
                values = Arrays.copyOf(values, larger);
            }
            for (int entry = 0; entry < entries.size(); entry++) {
                ids[count] = entries.id(entry);
                values[count++] = (float) entries.value(entry);
            }
            starts[row + 1] = count;
        }
        DMatrix matrix = new DMatrix(
                starts, Arrays.copyOf(ids, count), Arrays.copyOf(values, count), DMatrix.SparseType.CSR, order.size());
        try {
            matrix.setLabel(labels);
            if (rows.weights().isPresent()) {
                matrix.setWeight(weights);
            }
            return matrix;
        } catch (XGBoostError | RuntimeException e) {
            matrix.dispose();
            throw e;
        }
    }

    private static int larger(int count, int more) {
        if (count > MOST_ENTRIES - more) {
            throw new InvalidDataException(
                    "The rows hold more than " + MOST_ENTRIES + " numbers. Train on fewer rows or features.");
        }
        return (int) Math.min(MOST_ENTRIES, 2L * (count + (long) more));
    }
}
