package io.mlops4j.evaluate;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.NumberTarget;
import io.mlops4j.api.train.Target;
import java.util.function.ToDoubleFunction;

/** A metric of numbers. What it measures is a function; whether the outcomes can be measured at all is checked here. */
record NumberMetric(MetricKey key, Direction direction, ToDoubleFunction<RegressionOutcomes> measure)
        implements Metric<Regression> {

    static NumberMetric error(String name, ToDoubleFunction<RegressionOutcomes> measure) {
        return new NumberMetric(MetricKey.of(name), Direction.LOWER_IS_BETTER, measure);
    }

    static NumberMetric score(String name, ToDoubleFunction<RegressionOutcomes> measure) {
        return new NumberMetric(MetricKey.of(name), Direction.HIGHER_IS_BETTER, measure);
    }

    @Override
    public void check(Target<?> target) {
        if (!(target instanceof NumberTarget)) {
            throw new SchemaException(key + " measures numbers, and "
                    + target.columns().stream().map(Column::name).toList()
                    + " holds classes. Take a metric of classes, such as accuracy(), or a number as the target.");
        }
    }

    @Override
    public double compute(Outcomes<Regression> outcomes) {
        RegressionOutcomes numbers = (RegressionOutcomes) outcomes;
        return Measurable.test(numbers) ? measure.applyAsDouble(numbers) : Double.NaN;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
