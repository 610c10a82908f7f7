package io.mlops4j.pipeline;

import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.Map;
import java.util.Optional;

/** Learns two classes by the difference of their means: a real model, small enough for tests of the engine. */
public final class MeanDifference implements Trainer<Classification> {

    @Override
    public String name() {
        return "test.mean_difference";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    public void check(Schema prepared, Target<?> target) {}

    @Override
    public TrainedModel train(TrainingSet rows, Progress progress) {
        ClassTruth truth = (ClassTruth) rows.truth();
        int features = rows.space().size();
        double[][] sums = new double[2][features];
        double[] counts = new double[2];
        for (int row = 0; row < truth.size(); row++) {
            counts[truth.code(row)]++;
            add(rows, row, sums[truth.code(row)]);
            progress.report(row + 1, truth.size());
        }
        double[] weights = new double[features];
        double intercept = 0;
        for (int feature = 0; feature < features; feature++) {
            double low = sums[0][feature] / counts[0];
            double high = sums[1][feature] / counts[1];
            weights[feature] = high - low;
            intercept -= (high * high - low * low) / 2;
        }
        LinearModel model = new LinearModel(new double[][] {weights}, new double[] {intercept}, Link.LOGISTIC);
        return new TrainedModel(Optional.of(model), Optional.empty(), Map.of());
    }

    private static void add(TrainingSet rows, int row, double[] sums) {
        for (FeatureSpace.Block block : rows.space().blocks()) {
            Values values = rows.features().values(block.column());
            if (values instanceof SparseValues sparse) {
                sparse.forEach(row, (feature, value) -> sums[block.offset() + feature] += value);
            } else {
                sums[block.offset()] += ((NumericValues) values).get(row);
            }
        }
    }
}
