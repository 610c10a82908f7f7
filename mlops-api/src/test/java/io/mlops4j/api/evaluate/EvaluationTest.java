package io.mlops4j.api.evaluate;

import static io.mlops4j.api.evaluate.Measured.ERROR;
import static io.mlops4j.api.evaluate.Measured.SCORE;
import static io.mlops4j.api.evaluate.Measured.all;
import static io.mlops4j.api.evaluate.Measured.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Evaluation MEASURED = Measured.of(all(SCORE, 0.9), slice(SCORE, "male", 0.8, 60));

    @Test
    void findsWhatWasMeasured() {
        assertThat(MEASURED.value(SCORE)).isEqualTo(0.9);
        assertThat(MEASURED.find(SCORE.key(), Optional.of(new Slice("sex", "male"))))
                .isPresent();
        assertThat(MEASURED.find(SCORE.key(), Optional.of(new Slice("sex", "female"))))
                .isEmpty();
        assertThat(MEASURED.of(new Slice("sex", "male"))).hasSize(1);
        assertThat(MEASURED.of(new Slice("port", "male"))).isEmpty();
    }

    @Test
    void saysWhatWasMeasuredInstead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MEASURED.value(ERROR))
                .withMessage("error was not measured, only [score].");
    }

    @Test
    void printsNumbersWithTheirIntervalSliceAndRows() {
        Measurement measurement = new Measurement(
                MetricKey.of("f1", "yes"),
                Optional.of(new Slice("sex", "male")),
                0.5,
                Optional.of(new Interval(0.25, 0.75, 0.95)),
                8);
        assertThat(measurement).hasToString("f1(yes) [sex=male] 0.5000 (0.2500 to 0.7500) on 8 rows");
        assertThat(MetricKey.of("f1", Averaging.MACRO)).hasToString("f1 macro");
    }

    @Test
    void aConfusionMatrixIsSquareAndKnowsItsClasses() {
        ConfusionMatrix matrix = new ConfusionMatrix(List.of("a", "b"), List.of(List.of(1L, 2L), List.of(3L, 4L)));
        assertThat(matrix.count("a", "b")).isEqualTo(2);
        assertThat(matrix.count("b", "a")).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.count("a", "c"))
                .withMessage("There is no class 'c', only [a, b].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(List.of("a", "b"), List.of(List.of(1L, 2L))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(List.of("a", "b"), List.of(List.of(1L, 2L), List.of(3L))));
    }
}
