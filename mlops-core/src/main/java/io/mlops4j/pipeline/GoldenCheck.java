package io.mlops4j.pipeline;

import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.predict.ModelPredictor;

/** Sees to it that a loaded model gives the answers that it gave when it was made. */
final class GoldenCheck {

    /** A later release, or a library of another version, may differ in the last bits; another model differs by far more. */
    private static final double TOLERANCE = 1e-9;

    private GoldenCheck() {}

    /** Compares answers; the error names the first row that differs. */
    static void require(Object bundle, GoldenRows golden, ModelPredictor<?, ?> predictor) {
        double[] expected = golden.answers();
        double[] found = new double[expected.length];
        predictor.scoreUncounted(golden.inputs(), found);
        for (int i = 0; i < expected.length; i++) {
            double allowed = TOLERANCE * Math.max(1, Math.abs(expected[i]));
            if (!(Math.abs(expected[i] - found[i]) <= allowed)) {
                throw new UnsupportedModelException(
                        "Golden row " + i / golden.outputs() + " of " + bundle + " gives " + found[i]
                                + " here, but gave " + expected[i]
                                + " when the model was made. It is not the same model here: a function"
                                + " of the same name and version may do something else, or a library may be of another version.");
            }
        }
    }
}
