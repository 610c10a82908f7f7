package io.mlops4j.tribuo;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.TrainingSet;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tribuo.Output;
import org.tribuo.math.la.DenseMatrix;

/** What comes before and after a training of a linear model. */
final class LinearTraining<T extends Output<T>> {

    private final String algorithm;
    private final TrainingSet rows;
    private final Outputs<T> outputs;
    private final FeatureOrder order;

    LinearTraining(String algorithm, TrainingSet rows, Outputs<T> outputs) {
        this.algorithm = algorithm;
        this.rows = rows;
        this.outputs = outputs;
        this.order = new FeatureOrder(rows.space());
    }

    TribuoDataset<T> examples(IntFunction<T> truth) {
        Weights weights = Weights.of(rows);
        RowEntries entries = RowEntries.forLinear(rows.features(), order);
        TribuoDataset<T> examples = new TribuoDataset<>(outputs, order);
        for (int row = 0; row < rows.features().size(); row++) {
            examples.add(truth.apply(row), weights.get(row), entries, row);
        }
        return examples;
    }

    /** The model of Tribuo's weights: one row an output; one column a feature in Tribuo's order, then the intercept. */
    TrainedModel model(DenseMatrix learned) {
        int features = order.size();
        double[][] weights = new double[outputs.size()][features];
        double[] intercepts = new double[outputs.size()];
        for (int output = 0; output < outputs.size(); output++) {
            for (int id = 0; id < features; id++) {
                weights[output][order.feature(id)] = finite(learned.get(output, id));
            }
            intercepts[output] = finite(learned.get(output, features));
        }
        byte[] stored = Canonical.bytes(LinearProto.encode(outputs, order, learned));
        return new TrainedModel(
                Optional.of(new LinearModel(weights, intercepts, outputs.linearLink())),
                Optional.of(new ReferenceModel(TribuoFormat.NAME, stored)),
                LibraryVersions.tribuo());
    }

    private double finite(double weight) {
        if (!Double.isFinite(weight)) {
            throw new InvalidDataException("The weights of the " + algorithm
                    + " grew beyond all bounds. Standardize the" + " features, or lower learningRate.");
        }
        return weight;
    }
}
