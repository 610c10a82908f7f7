package io.mlops4j.tribuo;

import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import io.mlops4j.testkit.TrainerContract;

class XgboostClassificationContractTest extends TrainerContract<Classification> {

    @Override
    protected Trainer<Classification> trainer() {
        return Tribuo.xgboostClassification().rounds(3).subsample(0.8);
    }

    @Override
    protected Target<Classification> target() {
        return Target.category("kind");
    }

    @Override
    protected TrainingSet training() {
        return SmallRows.classes("a", "b");
    }

    @Override
    protected boolean takesMissingValues() {
        return true;
    }
}
