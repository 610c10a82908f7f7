package io.mlops4j.api.prepare;

import java.util.Map;

/** Restores fitted steps of one name from what they learned. Given to the library explicitly, or found as a service. */
public interface PreprocessorFormat {

    /**
     * The name of the steps that it restores.
     *
     * @return as in {@link FittedPreprocessor#name()}
     */
    String name();

    /**
     * Makes a step again.
     *
     * @param state what {@link FittedPreprocessor#state()} gave, from a verified bundle; numbers come as {@code Double}
     * @return an equal step
     * @throws io.mlops4j.api.error.CorruptArtifactException if the state is not one of such a step
     * @throws io.mlops4j.api.error.UnsupportedModelException if the state names a function that is not there
     */
    FittedPreprocessor restore(Map<String, Object> state);
}
