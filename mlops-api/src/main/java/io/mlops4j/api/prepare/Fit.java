package io.mlops4j.api.prepare;

import io.mlops4j.api.data.Dataset;

/**
 * What fitting a step gives.
 *
 * <p>The training rows are usually what the fitted step makes of them, but need not be: out-of-fold encoding, removal of
 * rows and resampling change only them, never what is served.
 *
 * @param fitted the learned step, for serving
 * @param training the rows on which the next step is fitted
 */
public record Fit(FittedPreprocessor fitted, Dataset training) {

    /**
     * A step that treats its training rows like any others.
     *
     * @param fitted the learned step
     * @param training the rows that it learned from
     * @return the step, and what it makes of these rows
     */
    public static Fit of(FittedPreprocessor fitted, Dataset training) {
        return new Fit(fitted, fitted.transform(training));
    }
}
