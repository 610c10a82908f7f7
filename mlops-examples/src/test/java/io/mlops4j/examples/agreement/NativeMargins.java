package io.mlops4j.examples.agreement;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.train.FeatureSpace.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** What XGBoost itself says before it makes probabilities, in a matrix that is put together here. */
final class NativeMargins {

    private final Bundle bundle;
    private final Map<String, Integer> ids = new TreeMap<>(Comparator.naturalOrder());

    NativeMargins(Bundle bundle) {
        this.bundle = bundle;
        List<String> names = new ArrayList<>(bundle.space().names());
        names.sort(Comparator.naturalOrder());
        names.forEach(name -> ids.put(name, ids.size()));
    }

    /** The margin of each row. */
    double[] of(Dataset prepared) throws XGBoostError, IOException {
        Booster booster = XGBoost.loadModel(
                ModelProto.parseFrom(bundle.reference().orElseThrow().bytes())
                        .getSerializedData()
                        .unpack(XGBoostModelProto.class)
                        .getModels(0)
                        .toByteArray());
        try {
            booster.setParam("nthread", 1);
            DMatrix matrix = matrix(prepared);
            try {
                float[][] margins = booster.predict(matrix, true);
                double[] first = new double[margins.length];
                for (int row = 0; row < first.length; row++) {
                    first[row] = margins[row][0];
                }
                return first;
            } finally {
                matrix.dispose();
            }
        } finally {
            booster.dispose();
        }
    }

    private DMatrix matrix(Dataset prepared) throws XGBoostError {
        long[] starts = new long[prepared.size() + 1];
        int[] indices = new int[prepared.size() * bundle.space().blocks().size()];
        float[] values = new float[indices.length];
        int size = 0;
        for (int row = 0; row < prepared.size(); row++) {
            for (Map.Entry<Integer, Float> entry : entries(prepared, row).entrySet()) {
                indices[size] = entry.getKey();
                values[size++] = entry.getValue();
            }
            starts[row + 1] = size;
        }
        return new DMatrix(
                starts,
                java.util.Arrays.copyOf(indices, size),
                java.util.Arrays.copyOf(values, size),
                DMatrix.SparseType.CSR,
                ids.size());
    }

    private TreeMap<Integer, Float> entries(Dataset prepared, int row) {
        TreeMap<Integer, Float> entries = new TreeMap<>();
        for (Block block : bundle.space().blocks()) {
            if (prepared.values(block.column()) instanceof SparseValues sparse) {
                sparse.forEach(
                        row, (feature, value) -> entries.put(id(block.names().get(feature)), (float) value));
            } else if (prepared.values(block.column()) instanceof NumericValues numbers && !numbers.missing(row)) {
                entries.put(id(block.column()), (float) numbers.get(row));
            }
        }
        return entries;
    }

    private int id(String feature) {
        return ids.getOrDefault(feature, -1);
    }
}
