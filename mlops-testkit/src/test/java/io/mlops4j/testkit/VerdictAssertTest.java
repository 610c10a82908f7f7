package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;

import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictAssertTest {

    private static final Finding GOOD = new Finding("accuracy at least 0.8", true, "accuracy 0.8700 on 200 rows");
    private static final Finding BAD = new Finding("f1(yes) at least 0.9", false, "f1(yes) 0.7000 on 200 rows");
    private static final Verdict APPROVED = new Verdict.Approved(List.of(GOOD));
    private static final Verdict REJECTED = new Verdict.Rejected(List.of(GOOD, BAD));
    private static final Verdict NOT_JUDGED = new Verdict.NotJudged();

    @Test
    void knowsTheKindsOfVerdict() {
        assertThat(APPROVED).isApproved().passed("accuracy");
        assertThat(REJECTED).isRejected().passed("accuracy").missed("f1").missed("f1(yes)");
        assertThat(NOT_JUDGED).isNotJudged();
    }

    @Test
    void listsTheFindingsOfARejectedModel() {
        messageOf(() -> assertThat(REJECTED).isApproved()).isEqualTo("""
                        Expected the model to be approved, but it was rejected
                          - passed: accuracy at least 0.8 (accuracy 0.8700 on 200 rows)
                          - missed: f1(yes) at least 0.9 (f1(yes) 0.7000 on 200 rows)""");
    }

    @Test
    void saysThatNobodyJudged() {
        messageOf(() -> assertThat(NOT_JUDGED).isApproved())
                .isEqualTo(
                        "Expected the model to be approved, but it was left without a judgement: there was no criterion");
        messageOf(() -> assertThat(APPROVED).isNotJudged()).contains("but it was approved");
        messageOf(() -> assertThat(APPROVED).isRejected()).contains("to be rejected", "but it was approved");
    }

    @Test
    void doesNotTakeOneMetricForAnother() {
        messageOf(() -> assertThat(REJECTED).missed("accuracy")).contains("that was missed, but found");
        messageOf(() -> assertThat(REJECTED).missed("f")).contains("there is none on that metric");
        messageOf(() -> assertThat(REJECTED).passed("f1(yes)")).contains("that was passed");
    }

    @Test
    void keepsTheDescriptionOfTheUser() {
        messageOf(() -> assertThat(REJECTED).as("100 % of the model").isApproved())
                .startsWith("[100 % of the model] Expected");
    }
}
