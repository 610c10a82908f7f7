package io.mlops4j.benchmarks.predict;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.prepare.FittedPreprocessor;
import java.util.List;
import java.util.Map;

/**
 * What a bundle's standardisation does to a column, read from what the step learned: to get it back from results of the step
 * would lose the last digits, and with them the agreement of the sides.
 */
final class Scaling {

    private Scaling() {}

    /** The mean and the scale: x becomes (x − mean) / scale. */
    static double[] of(Bundle bundle, String column) {
        for (FittedPreprocessor step : bundle.steps()) {
            if (step.name().equals("standardize") && step.state().get("columns") instanceof List<?> learned) {
                for (Object one : learned) {
                    if (one instanceof Map<?, ?> state && column.equals(state.get("column"))) {
                        return new double[] {number(state, "mean"), number(state, "scale")};
                    }
                }
            }
        }
        return new double[] {0, 1};
    }

    private static double number(Map<?, ?> state, String key) {
        if (state.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("The standardisation has no " + key + ".");
    }
}
