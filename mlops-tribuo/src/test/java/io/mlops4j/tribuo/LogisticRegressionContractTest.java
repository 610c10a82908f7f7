package io.mlops4j.tribuo;

import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import io.mlops4j.testkit.TrainerContract;

class LogisticRegressionContractTest extends TrainerContract<Classification> {

    @Override
    protected Trainer<Classification> trainer() {
        return Tribuo.logisticRegression().epochs(3);
    }

    @Override
    protected Target<Classification> target() {
        return Target.category("kind");
    }

    @Override
    protected TrainingSet training() {
        return SmallRows.classes("a", "b", "c");
    }
}
