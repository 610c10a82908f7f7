package io.mlops4j.api.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.NumberTruth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final Classes CLASSES = Classes.of(List.of("a", "b"), Optional.empty());

    private static ClassTruth truth(int... codes) {
        return ClassTruth.wrap(CLASSES, codes);
    }

    @Test
    void predictsTheMostProbableClassAndOfEqualOnesTheFirst() {
        ClassificationOutcomes outcomes = ClassificationOutcomes.of(
                truth(0, 1, 1), new double[] {0.9, 0.1, 0.5, 0.5, 0.2, 0.8}, Optional.empty());
        assertThat(outcomes.predicted(0)).isZero();
        assertThat(outcomes.predicted(1)).isZero();
        assertThat(outcomes.predicted(2)).isEqualTo(1);
        assertThat(outcomes.probability(2, 1)).isEqualTo(0.8);
        assertThat(outcomes.weight(2)).isEqualTo(1);
        assertThat(outcomes.hasProbabilities()).isTrue();
    }

    @Test
    void knowsNoProbabilityOfAPredictedClass() {
        ClassificationOutcomes outcomes =
                ClassificationOutcomes.of(truth(0), new int[] {1}, Optional.empty(), Optional.empty());
        assertThat(outcomes.hasProbabilities()).isFalse();
        assertThat(outcomes.probability(0, 1)).isNaN();
    }

    @Test
    void selectsRowsWithAllThatBelongsToThem() {
        ClassificationOutcomes selected = ClassificationOutcomes.of(
                        truth(0, 1), new double[] {0.9, 0.1, 0.2, 0.8}, Optional.of(new double[] {3, 4}))
                .select(new int[] {1, 1, 0});
        assertThat(selected.size()).isEqualTo(3);
        assertThat(selected.truth(1)).isEqualTo(1);
        assertThat(selected.predicted(0)).isEqualTo(1);
        assertThat(selected.probability(2, 0)).isEqualTo(0.9);
        assertThat(selected.weight(0)).isEqualTo(4);
        RegressionOutcomes numbers = RegressionOutcomes.of(
                        NumberTruth.wrap(new double[] {1, 2}), new double[] {3, 4}, Optional.of(new double[] {5, 6}))
                .select(new int[] {1});
        assertThat(numbers.truth(0)).isEqualTo(2);
        assertThat(numbers.predicted(0)).isEqualTo(4);
        assertThat(numbers.weight(0)).isEqualTo(6);
    }

    @Test
    void needsAsManyOfEverything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ClassificationOutcomes.of(truth(0, 1), new int[] {1}, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassificationOutcomes.of(
                        truth(0), new int[] {1}, Optional.of(new double[] {1}), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassificationOutcomes.of(
                        truth(0), new int[] {1}, Optional.empty(), Optional.of(new double[2])));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RegressionOutcomes.of(NumberTruth.wrap(new double[1]), new double[2], Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionOutcomes.of(
                        NumberTruth.wrap(new double[1]), new double[1], Optional.of(new double[2])));
    }
}
