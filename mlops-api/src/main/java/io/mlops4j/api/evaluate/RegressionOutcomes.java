package io.mlops4j.api.evaluate;

import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Regression;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The true and the predicted number of each row. */
public final class RegressionOutcomes implements Outcomes<Regression> {

    private final NumberTruth truth;
    private final double[] predicted;
    private final double @Nullable [] weights;

    private RegressionOutcomes(NumberTruth truth, double[] predicted, double @Nullable [] weights) {
        this.truth = truth;
        this.predicted = predicted;
        this.weights = weights;
    }

    /**
     * Outcomes from arrays, which are not copied.
     *
     * @param truth the true numbers
     * @param predicted the predicted number of each row; given away
     * @param weights how much each row counts, or empty; given away
     * @return the outcomes
     */
    public static RegressionOutcomes of(NumberTruth truth, double[] predicted, Optional<double[]> weights) {
        if (predicted.length != truth.size()
                || weights.filter(all -> all.length != predicted.length).isPresent()) {
            throw new IllegalArgumentException(
                    "Outcomes of " + truth.size() + " rows need as many predictions and weights.");
        }
        return new RegressionOutcomes(truth, predicted, weights.orElse(null));
    }

    /**
     * The true number of a row.
     *
     * @param row the row, from 0
     * @return the number
     */
    public double truth(int row) {
        return truth.value(row);
    }

    /**
     * The predicted number of a row.
     *
     * @param row the row, from 0
     * @return the number
     */
    public double predicted(int row) {
        return predicted[row];
    }

    @Override
    public int size() {
        return predicted.length;
    }

    @Override
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    @Override
    public RegressionOutcomes select(int[] rows) {
        double[] selectedPredicted = new double[rows.length];
        double[] selectedWeights = weights == null ? null : new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selectedPredicted[i] = predicted[rows[i]];
            if (weights != null && selectedWeights != null) {
                selectedWeights[i] = weights[rows[i]];
            }
        }
        return new RegressionOutcomes(truth.select(rows), selectedPredicted, selectedWeights);
    }
}
