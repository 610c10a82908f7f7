package io.mlops4j.api.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Weights: margin {@code m} is {@code intercept(m) + Σ weight(m, f) · x(f)} over the features that are present. */
public final class LinearModel implements ModelForm {

    private final double[][] weights;
    private final double[] intercepts;
    private final Link link;

    /**
     * A linear model.
     *
     * @param weights one row a margin, one finite number a feature; copied
     * @param intercepts one finite number a margin; copied
     * @param link makes the answer
     */
    public LinearModel(double[][] weights, double[] intercepts, Link link) {
        this.weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
        this.intercepts = intercepts.clone();
        this.link = link;
        if (weights.length == 0 || weights.length != intercepts.length) {
            throw new IllegalArgumentException(
                    weights.length + " rows of weights and " + intercepts.length + " intercepts.");
        }
        if (Arrays.stream(weights).anyMatch(row -> row.length != weights[0].length)) {
            throw new IllegalArgumentException("The rows of weights differ in length.");
        }
        if (link != Link.SOFTMAX && weights.length != 1) {
            throw new IllegalArgumentException("The link " + link + " takes one margin, not " + weights.length + ".");
        }
    }

    /**
     * A weight.
     *
     * @param margin the margin, from 0
     * @param feature the feature, from 0
     * @return the weight
     */
    public double weight(int margin, int feature) {
        return weights[margin][feature];
    }

    /**
     * An intercept.
     *
     * @param margin the margin, from 0
     * @return what is added to it
     */
    public double intercept(int margin) {
        return intercepts[margin];
    }

    @Override
    public int features() {
        return weights[0].length;
    }

    @Override
    public int margins() {
        return weights.length;
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinearModel that
                && link == that.link
                && Arrays.equals(intercepts, that.intercepts)
                && Arrays.deepEquals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(intercepts) * 31 + Arrays.deepHashCode(weights);
    }

    @Override
    public String toString() {
        return "linear model, " + margins() + " × " + features() + " weights, " + link;
    }
}
