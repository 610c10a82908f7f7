package io.mlops4j.api.bundle;

import io.mlops4j.api.data.Dataset;
import java.util.Arrays;

/** Rows with the answers that the model gave when it was made; it has to give them wherever it is loaded. */
public final class GoldenRows {

    private final Dataset inputs;
    private final int outputs;
    private final double[] answers;

    /**
     * Rows with answers.
     *
     * @param inputs raw rows with the model's input columns
     * @param outputs how many numbers a row gives, at least 1
     * @param answers the numbers, row after row; copied
     */
    public GoldenRows(Dataset inputs, int outputs, double[] answers) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.answers = answers.clone();
        if (outputs < 1 || (long) inputs.size() * outputs != answers.length) {
            throw new IllegalArgumentException(inputs.size() + " golden rows with " + outputs
                    + " outputs need as many answers, not " + answers.length + ".");
        }
    }

    /**
     * The rows.
     *
     * @return raw rows, as before preparation
     */
    public Dataset inputs() {
        return inputs;
    }

    /**
     * How many numbers a row gives.
     *
     * @return at least 1
     */
    public int outputs() {
        return outputs;
    }

    /**
     * The answers.
     *
     * @return a copy; the numbers row after row
     */
    public double[] answers() {
        return answers.clone();
    }

    @Override
    public String toString() {
        return inputs.size() + " golden rows, first answers "
                + Arrays.toString(Arrays.copyOf(answers, Math.min(outputs, answers.length)));
    }
}
