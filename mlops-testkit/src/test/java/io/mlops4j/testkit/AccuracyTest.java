package io.mlops4j.testkit;

import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Target;
import java.util.List;
import java.util.Optional;

// snippet: metric
class AccuracyTest extends MetricContract<Classification> {

    @Override
    protected Metric<Classification> metric() {
        return new Accuracy();
    }

    @Override
    protected Target<Classification> target() {
        return Target.category("survived");
    }

    @Override
    protected Outcomes<Classification> outcomes() {
        Classes classes = new Classes(List.of("0", "1"), Optional.empty());
        int[] truth = {1, 1, 0, 0, 1, 0, 1, 0, 0, 1};
        int[] predicted = {1, 0, 0, 0, 1, 1, 1, 0, 0, 1};
        return ClassificationOutcomes.of(
                ClassTruth.wrap(classes, truth), predicted, Optional.empty(), Optional.empty());
    }
}
// end: metric
