package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisparityTest {

    private static final MetricKey RECALL = Metrics.recall("1").key();

    @Test
    void comparesTheSlicesOfOneColumnAndOneMetric() {
        Evaluation evaluation = new Evaluation(
                10,
                List.of(
                        measured(RECALL, Optional.empty(), 0.99),
                        measured(RECALL, slice("sex", "female"), 0.4),
                        measured(RECALL, slice("sex", "male"), 0.8),
                        measured(RECALL, slice("sex", Slice.MISSING), 0.1),
                        measured(RECALL, slice("port", "S"), 0),
                        measured(Metrics.accuracy().key(), slice("sex", "male"), 0.2)),
                Optional.empty());
        Disparity disparity = Disparity.between(evaluation, Metrics.recall("1"), "sex");
        assertThat(disparity).isEqualTo(new Disparity(0.4, 0.8));
        assertThat(disparity.difference()).isEqualTo(0.4);
        assertThat(disparity.ratio()).isEqualTo(0.5);
    }

    @Test
    void isNaNWithoutSlicesOrWithAnUndefinedOne() {
        Evaluation none = new Evaluation(1, List.of(measured(RECALL, Optional.empty(), 1)), Optional.empty());
        assertThat(Disparity.between(none, Metrics.recall("1"), "sex").difference())
                .isNaN();
        Evaluation undefined = new Evaluation(
                2,
                List.of(
                        measured(RECALL, slice("sex", "female"), Double.NaN),
                        measured(RECALL, slice("sex", "male"), 0.8)),
                Optional.empty());
        assertThat(Disparity.between(undefined, Metrics.recall("1"), "sex").difference())
                .isNaN();
        assertThat(Disparity.between(undefined, Metrics.recall("1"), "sex").ratio())
                .isNaN();
    }

    @Test
    void ofOneSliceIsNone() {
        Evaluation one = new Evaluation(1, List.of(measured(RECALL, slice("sex", "male"), 0.7)), Optional.empty());
        assertThat(Disparity.between(one, Metrics.recall("1"), "sex").difference())
                .isZero();
    }

    private static Optional<Slice> slice(String column, String value) {
        return Optional.of(new Slice(column, value));
    }

    private static Measurement measured(MetricKey key, Optional<Slice> slice, double value) {
        return new Measurement(key, slice, value, Optional.empty(), 5);
    }
}
