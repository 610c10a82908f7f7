package io.mlops4j.tribuo;

import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import io.mlops4j.testkit.TrainerContract;

class XgboostRegressionContractTest extends TrainerContract<Regression> {

    @Override
    protected Trainer<Regression> trainer() {
        return Tribuo.xgboostRegression().rounds(3);
    }

    @Override
    protected Target<Regression> target() {
        return Target.number("price");
    }

    @Override
    protected TrainingSet training() {
        return SmallRows.numbers();
    }

    @Override
    protected boolean takesMissingValues() {
        return true;
    }
}
