package io.mlops4j.testkit;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.Map;

/** Restores the learned step. */
final class FillWithMeanFormat implements PreprocessorFormat {

    @Override
    public String name() {
        return FillWithMean.NAME;
    }

    @Override
    public FittedPreprocessor restore(Map<String, Object> state) {
        if (state.get("column") instanceof String column && state.get("mean") instanceof Double mean) {
            return new FilledWithMean(column, mean);
        }
        throw new CorruptArtifactException(
                "A step '" + name() + "' is stored with a column and a mean, not with " + state.keySet() + ".");
    }
}
