package io.mlops4j.testkit;

import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.Target;
import java.util.Optional;

/** The contract on a regression. */
class MeanAbsoluteErrorTest extends MetricContract<Regression> {

    @Override
    protected Metric<Regression> metric() {
        return new MeanAbsoluteError();
    }

    @Override
    protected Target<Regression> target() {
        return Target.number("fare");
    }

    @Override
    protected Outcomes<Regression> outcomes() {
        double[] truth = {8, 7, 26, 151, 211, 0, 49, 227, 51, 8};
        double[] predicted = {9, 7.5, 20, 150, 180, 5, 40, 230, 55, 8};
        return RegressionOutcomes.of(NumberTruth.wrap(truth), predicted, Optional.empty());
    }

    private static final class MeanAbsoluteError implements Metric<Regression> {

        @Override
        public MetricKey key() {
            return MetricKey.of("mae");
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public double compute(Outcomes<Regression> outcomes) {
            RegressionOutcomes rows = (RegressionOutcomes) outcomes;
            double sum = 0;
            double all = 0;
            for (int row = 0; row < rows.size(); row++) {
                all += rows.weight(row);
                sum += rows.weight(row) * Math.abs(rows.predicted(row) - rows.truth(row));
            }
            return sum / all;
        }
    }
}
