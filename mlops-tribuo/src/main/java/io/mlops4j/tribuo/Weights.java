package io.mlops4j.tribuo;

import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.train.TrainingSet;
import java.util.Arrays;

/** How much each row counts, in single precision as both libraries have it. */
final class Weights {

    private final float[] weights;

    private Weights(float[] weights) {
        this.weights = weights;
    }

    static Weights of(TrainingSet rows) {
        float[] weights = new float[rows.features().size()];
        if (rows.weights().isEmpty()) {
            Arrays.fill(weights, 1);
            return new Weights(weights);
        }
        NumericValues given = rows.weights().get();
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) given.get(row);
            if (!(weights[row] >= 0) || Float.isInfinite(weights[row])) {
                throw new InvalidDataException("The weight of row " + row + " is " + given.get(row)
                        + "; expected a finite number of at least 0.");
            }
            sum += weights[row];
        }
        if (sum == 0) {
            throw new InvalidDataException("Nothing can be learned: the weights of all rows are 0.");
        }
        return new Weights(weights);
    }

    float get(int row) {
        return weights[row];
    }

    float[] toArray() {
        return weights.clone();
    }
}
