package io.mlops4j.examples.census;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.predict.Predictor;
import java.util.Arrays;

/** Shows that a loaded model answers as it did when it was trained. */
final class SameAnswers {

    private SameAnswers() {}

    static void require(Bundle bundle, Predictor<Person, ?> predictor) {
        GoldenRows golden = bundle.golden();
        double[] expected = golden.answers();
        double[] found = new double[expected.length];
        predictor.scorer().score(golden.inputs(), found);
        if (!Arrays.equals(expected, found)) {
            throw new IllegalStateException("The loaded model gives other answers than the trained one.");
        }
    }
}
