package io.mlops4j.testkit;

import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.Optional;

class MeanOnlyTest extends TrainerContract<Regression> {

    @Override
    protected Trainer<Regression> trainer() {
        return new MeanOnly();
    }

    @Override
    protected Target<Regression> target() {
        return Target.number("age");
    }

    @Override
    protected TrainingSet training() {
        TrainingSet rows = new MeanDifferenceTest().training();
        NumberTruth ages = NumberTruth.wrap(new double[] {29, 30, 2, 48, 53});
        return new TrainingSet(rows.features(), rows.space(), ages, Optional.empty());
    }

    @Override
    protected boolean takesMissingValues() {
        return true;
    }
}
