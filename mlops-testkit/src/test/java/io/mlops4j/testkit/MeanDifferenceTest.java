package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.List;
import java.util.Optional;

// snippet: trainer
class MeanDifferenceTest extends TrainerContract<Classification> {

    @Override
    protected Trainer<Classification> trainer() {
        return new MeanDifference();
    }

    @Override
    protected Target<Classification> target() {
        return Target.category("survived");
    }

    @Override
    protected TrainingSet training() {
        Dataset features = Dataset.of(
                Schema.of("Passenger", Column.of("fare", ColumnType.NUMERIC), Column.of("class", ColumnType.NUMERIC)),
                List.of(
                        NumericValues.wrap(new double[] {211, 151, 8, 26, 7}),
                        NumericValues.wrap(new double[] {1, 1, 3, 2, 3})));
        ClassTruth truth = ClassTruth.wrap(new Classes(List.of("0", "1"), Optional.empty()), new int[] {1, 1, 0, 1, 0});
        return new TrainingSet(features, FeatureSpace.of(features), truth, Optional.empty());
    }
}
// end: trainer
