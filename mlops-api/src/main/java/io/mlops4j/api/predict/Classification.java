package io.mlops4j.api.predict;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A class, with the probability of every class. */
public final class Classification implements Prediction {

    private final Classes classes;
    private final double[] probabilities;
    private final int winner;

    private Classification(Classes classes, double[] probabilities) {
        this.classes = classes;
        this.probabilities = probabilities;
        this.winner = winner(probabilities, 0, probabilities.length);
    }

    /**
     * A prediction from an array, which is not copied.
     *
     * @param classes the classes
     * @param probabilities one a class, in their order, finite; the caller gives the array away and does not change it again
     * @return the prediction
     */
    public static Classification wrap(Classes classes, double[] probabilities) {
        if (probabilities.length != classes.size()) {
            throw new IllegalArgumentException(
                    classes.size() + " classes need as many probabilities, not " + probabilities.length + ".");
        }
        return new Classification(classes, probabilities);
    }

    /**
     * The most probable class among some numbers; of equal ones the first.
     *
     * @param probabilities holds them
     * @param from where they start
     * @param count how many there are, at least 1
     * @return the index, counted from {@code from}
     */
    public static int winner(double[] probabilities, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (probabilities[from + i] > probabilities[from + best]) {
                best = i;
            }
        }
        return best;
    }

    /**
     * The most probable class; of equally probable ones the first.
     *
     * @return its name
     */
    public String label() {
        return classes.names().get(winner);
    }

    /**
     * The probability of the most probable class.
     *
     * @return from 0 to 1
     */
    public double probability() {
        return probabilities[winner];
    }

    /**
     * The probability of a class.
     *
     * @param label its name
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no such class
     */
    public double probability(String label) {
        return probabilities[
                classes.find(label)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no class '" + label + "', only " + classes.names() + "."))];
    }

    /**
     * The classes.
     *
     * @return the same object for all predictions of a model
     */
    public Classes classes() {
        return classes;
    }

    /**
     * A copy of all probabilities.
     *
     * @return one a class, in the order of {@link #classes()}
     */
    public double[] probabilities() {
        return probabilities.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Classification that
                && classes.equals(that.classes)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%.4f)", label(), probability());
    }
}
