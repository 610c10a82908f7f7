package io.mlops4j.api.evaluate;

import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The true class, the predicted class and the probability of every class, for each row. */
public final class ClassificationOutcomes implements Outcomes<Classification> {

    private final ClassTruth truth;
    private final int[] predicted;
    private final double @Nullable [] probabilities;
    private final double @Nullable [] weights;

    private ClassificationOutcomes(
            ClassTruth truth, int[] predicted, double @Nullable [] probabilities, double @Nullable [] weights) {
        this.truth = truth;
        this.predicted = predicted;
        this.probabilities = probabilities;
        this.weights = weights;
    }

    /**
     * Outcomes whose predicted class is the most probable one. The arrays are not copied.
     *
     * @param truth the true classes
     * @param probabilities one a class, row after row; given away
     * @param weights how much each row counts, or empty; given away
     * @return the outcomes
     */
    public static ClassificationOutcomes of(ClassTruth truth, double[] probabilities, Optional<double[]> weights) {
        int classes = truth.classes().size();
        int[] predicted = new int[truth.size()];
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] = Classification.winner(probabilities, row * classes, classes);
        }
        return of(truth, predicted, Optional.of(probabilities), weights);
    }

    /**
     * Outcomes whose predicted class was decided elsewhere, for example by another threshold. The arrays are not copied.
     *
     * @param truth the true classes
     * @param predicted the index of the predicted class of each row; given away
     * @param probabilities one a class, row after row, or empty if only classes were predicted; given away
     * @param weights how much each row counts, or empty; given away
     * @return the outcomes
     */
    public static ClassificationOutcomes of(
            ClassTruth truth, int[] predicted, Optional<double[]> probabilities, Optional<double[]> weights) {
        int rows = truth.size();
        if (predicted.length != rows
                || probabilities
                        .filter(all -> all.length != rows * truth.classes().size())
                        .isPresent()
                || weights.filter(all -> all.length != rows).isPresent()) {
            throw new IllegalArgumentException("Outcomes of " + rows + " rows need as many predictions and weights.");
        }
        return new ClassificationOutcomes(truth, predicted, probabilities.orElse(null), weights.orElse(null));
    }

    /**
     * The classes.
     *
     * @return the classes, in order
     */
    public Classes classes() {
        return truth.classes();
    }

    /**
     * The true class of a row.
     *
     * @param row the row, from 0
     * @return the index of the class
     */
    public int truth(int row) {
        return truth.code(row);
    }

    /**
     * The predicted class of a row.
     *
     * @param row the row, from 0
     * @return the index of the class
     */
    public int predicted(int row) {
        return predicted[row];
    }

    /**
     * Whether there are probabilities.
     *
     * @return false if only classes were predicted
     */
    public boolean hasProbabilities() {
        return probabilities != null;
    }

    /**
     * The probability of a class in a row.
     *
     * @param row the row, from 0
     * @param label the index of the class
     * @return from 0 to 1, NaN if only classes were predicted
     */
    public double probability(int row, int label) {
        return probabilities == null
                ? Double.NaN
                : probabilities[row * classes().size() + label];
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
    public ClassificationOutcomes select(int[] rows) {
        int classes = classes().size();
        int[] selectedPredicted = new int[rows.length];
        double[] selectedProbabilities = probabilities == null ? null : new double[rows.length * classes];
        double[] selectedWeights = weights == null ? null : new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selectedPredicted[i] = predicted[rows[i]];
            if (probabilities != null && selectedProbabilities != null) {
                System.arraycopy(probabilities, rows[i] * classes, selectedProbabilities, i * classes, classes);
            }
            if (weights != null && selectedWeights != null) {
                selectedWeights[i] = weights[rows[i]];
            }
        }
        return new ClassificationOutcomes(
                truth.select(rows), selectedPredicted, selectedProbabilities, selectedWeights);
    }
}
