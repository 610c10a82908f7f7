package io.mlops4j.api.evaluate;

import io.mlops4j.api.predict.Regression;
import java.util.List;
import java.util.Optional;

/** Evaluations that are written down, and metrics that only have a key. */
final class Measured {

    static final Metric<Regression> SCORE = metric("score", Direction.HIGHER_IS_BETTER);
    static final Metric<Regression> ERROR = metric("error", Direction.LOWER_IS_BETTER);

    private Measured() {}

    static Evaluation of(Measurement... measurements) {
        return new Evaluation(100, List.of(measurements), Optional.empty());
    }

    static Measurement all(Metric<?> metric, double value) {
        return new Measurement(metric.key(), Optional.empty(), value, Optional.empty(), 100);
    }

    static Measurement slice(Metric<?> metric, String value, double measured, long rows) {
        return new Measurement(metric.key(), Optional.of(new Slice("sex", value)), measured, Optional.empty(), rows);
    }

    private static Metric<Regression> metric(String name, Direction direction) {
        return new Metric<>() {
            @Override
            public MetricKey key() {
                return MetricKey.of(name);
            }

            @Override
            public Direction direction() {
                return direction;
            }

            @Override
            public double compute(Outcomes<Regression> outcomes) {
                throw new UnsupportedOperationException("nothing is measured here");
            }
        };
    }
}
