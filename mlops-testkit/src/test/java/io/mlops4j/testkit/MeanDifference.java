package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trainer as somebody writes it: a feature weighs as much as its mean differs between two classes. */
class MeanDifference implements Trainer<Classification> {

    static final double SCALE = 0.01;

    @Override
    public String name() {
        return "example.mean_difference";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("scale", SCALE);
    }

    @Override
    public void check(Schema prepared, Target<?> target) {
        for (Column column : prepared.withRole(Role.FEATURE)) {
            if (column.type() != ColumnType.NUMERIC || column.nullable()) {
                throw new SchemaException("the feature " + column + " has to be a number that is never missing.");
            }
        }
    }

    @Override
    public TrainedModel train(TrainingSet rows, Progress progress) {
        List<String> names = rows.space().names();
        double[] weights = new double[names.size()];
        for (int feature = 0; feature < weights.length; feature++) {
            weights[feature] = SCALE * difference(rows.features(), names.get(feature), (ClassTruth) rows.truth());
            progress.report(feature + 1L, weights.length);
        }
        LinearModel form = new LinearModel(new double[][] {weights}, new double[] {0}, Link.LOGISTIC);
        ReferenceModel reference =
                new ReferenceModel(name(), String.valueOf(weights[0]).getBytes(StandardCharsets.UTF_8));
        return new TrainedModel(Optional.of(form), Optional.of(reference), Map.of("example.version", "1"));
    }

    private static double difference(Dataset features, String name, ClassTruth truth) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int row = 0; row < truth.size(); row++) {
            sums[truth.code(row)] += features.numeric(name).get(row);
            counts[truth.code(row)]++;
        }
        return sums[1] / counts[1] - sums[0] / counts[0];
    }
}
