package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trainer of a tree without a branch, which may miss every number: it always answers the mean. */
final class MeanOnly implements Trainer<Regression> {

    @Override
    public String name() {
        return "example.mean_only";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    public void check(Schema prepared, Target<?> target) {
        for (Column column : prepared.features().columns()) {
            if (column.type() != ColumnType.NUMERIC) {
                throw new SchemaException("the feature " + column + " has to be a number.");
            }
        }
    }

    @Override
    public TrainedModel train(TrainingSet rows, Progress progress) {
        NumberTruth truth = (NumberTruth) rows.truth();
        double sum = 0;
        for (int row = 0; row < truth.size(); row++) {
            sum += truth.value(row);
            progress.report(row + 1L, truth.size());
        }
        Tree leaf = new Tree(
                0,
                new int[1],
                new float[] {(float) (sum / truth.size())},
                new int[] {Tree.LEAF},
                new int[] {Tree.LEAF},
                new boolean[1]);
        TreeEnsemble form = new TreeEnsemble(rows.space().size(), List.of(leaf), new float[1], Link.IDENTITY);
        return new TrainedModel(Optional.of(form), Optional.empty(), Map.of());
    }
}
