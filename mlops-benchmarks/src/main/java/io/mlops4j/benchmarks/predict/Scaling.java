package io.mlops4j.benchmarks.predict;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import io.mlops4j.api.prepare.FittedPreprocessor;

/** What a bundle's standardisation does to a column, found by asking it. */
final class Scaling {

    private Scaling() {}

    /** The mean and the scale: x becomes (x − mean) / scale. */
    static double[] of(Bundle bundle, String column) {
        double[] found = {0, 1};
        for (FittedPreprocessor step : bundle.steps()) {
            for (ColumnTransform transform : ((ColumnwisePreprocessor) step).transforms()) {
                if (transform.input().equals(column) && transform.map() instanceof ColumnMap.Numeric map) {
                    double scale = 1 / (map.apply(1) - map.apply(0));
                    found = new double[] {-map.apply(0) * scale, scale};
                }
            }
        }
        return found;
    }
}
