package io.mlops4j.testkit;

import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.predict.Classification;

/** A metric as somebody writes it: the share of rows whose class was predicted right. */
class Accuracy implements Metric<Classification> {

    @Override
    public MetricKey key() {
        return MetricKey.of("accuracy");
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public double compute(Outcomes<Classification> outcomes) {
        ClassificationOutcomes rows = (ClassificationOutcomes) outcomes;
        double right = 0;
        double all = 0;
        for (int row = 0; row < rows.size(); row++) {
            all += rows.weight(row);
            right += rows.predicted(row) == rows.truth(row) ? rows.weight(row) : 0;
        }
        return right / all;
    }
}
