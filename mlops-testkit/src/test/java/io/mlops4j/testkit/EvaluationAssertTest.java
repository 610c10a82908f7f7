package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.MetricKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EvaluationAssertTest {

    private static final Evaluation MEASURED = Runs.EVALUATION;

    @Test
    void findsANumberByNameByKeyAndByMetric() {
        assertThat(MEASURED).hasRows(200).hasMetric("accuracy").hasSlice("sex", "male");
        assertThat(MEASURED).metric("accuracy").isBetween(0.86, 0.88).isCloseTo(0.87, within(0.001));
        assertThat(MEASURED).metric(MetricKey.of("f1", "yes")).isAtMost(0.7);
        assertThat(MEASURED).metric(new Accuracy()).isAtLeast(0.86);
        assertThat(MEASURED).metric("f1(yes)").isAtLeast(0.7);
    }

    @Test
    void showsTheNumberWithAllItsDigits() {
        messageOf(() -> assertThat(MEASURED).metric("accuracy").isAtLeast(0.87))
                .isEqualTo("Expected accuracy to be at least 0.87, but found\n  - 0.86996 on 200 rows");
    }

    @Test
    void asksWhichOfSeveralWasMeant() {
        messageOf(() -> assertThat(MEASURED).metric("f1"))
                .isEqualTo("'f1' was measured in several ways on all rows: [f1(no), f1(yes)]. Name one of them.");
    }

    @Test
    void saysWhatWasMeasuredInstead() {
        messageOf(() -> assertThat(MEASURED).metric("mae"))
                .isEqualTo("Expected 'mae' to be measured on all rows, but measured were"
                        + " [accuracy, roc_auc, f1(no), f1(yes)]");
        messageOf(() -> assertThat(MEASURED).metric(MetricKey.of("f1"))).contains("Expected 'f1' to be measured");
        messageOf(() -> assertThat(MEASURED).hasRows(7)).isEqualTo("Expected 7 test rows, but there are 200");
    }

    @Test
    @Tag("T14")
    void letsNoNaNPass() {
        messageOf(() -> assertThat(MEASURED).metric("roc_auc").isAtLeast(0)).contains("NaN (not defined) on 200 rows");
        messageOf(() -> assertThat(MEASURED).metric("roc_auc").isAtMost(1)).contains("NaN");
        messageOf(() -> assertThat(MEASURED).metric("roc_auc").isBetween(0, 1)).contains("NaN");
        messageOf(() -> assertThat(MEASURED).metric("roc_auc").isCloseTo(0.5, within(9.0)))
                .contains("NaN");
    }

    @Test
    void looksAtOneSlice() {
        assertThat(MEASURED).onSlice("sex", "male").metric("accuracy").isAtLeast(0.95);
        messageOf(() -> assertThat(MEASURED)
                        .onSlice("sex", "female")
                        .metric("accuracy")
                        .isAtLeast(0.85))
                .contains("0.8 on sex=female with 150 rows");
        messageOf(() -> assertThat(MEASURED).onSlice("sex", "other"))
                .isEqualTo("Expected the slice sex=other, but there is none."
                        + " Slices: [sex=female, sex=male, sex=(missing)]");
    }

    @Test
    void looksAtEverySliceAndListsEachThatFails() {
        assertThat(MEASURED).onEverySlice(10).metric("accuracy").isAtLeast(0.8);
        messageOf(() -> assertThat(MEASURED).onEverySlice().metric("accuracy").isAtLeast(0.9))
                .isEqualTo("Expected accuracy to be at least 0.9, but found"
                        + "\n  - 0.8 on sex=female with 150 rows\n  - 0.2 on sex=(missing) with 5 rows");
        messageOf(() -> assertThat(MEASURED).onEverySlice(1000)).contains("every slice of at least 1000 rows");
    }
}
