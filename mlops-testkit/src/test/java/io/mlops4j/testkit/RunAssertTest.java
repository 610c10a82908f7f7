package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;

import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunAssertTest {

    private static final Run<Passenger, Classification> GOOD = Runs.reaching(0.8);
    private static final Run<Passenger, Classification> BAD = Runs.with(
            0.9,
            "other bytes",
            List.of(new Violation("fare at most 100", "4 larger numbers", 4, List.of(0))),
            new RejectedRows(2, List.of("line 7: unclosed quote")));

    @Test
    void isContentWithAGoodRun() {
        assertThat(GOOD)
                .isApproved()
                .hasMetric("accuracy")
                .hasMetricSatisfying("accuracy", accuracy -> accuracy.isAtLeast(0.8))
                .hasBundleDigest(GOOD.bundle().digest())
                .hasSameBundleAs(Runs.reaching(0.8))
                .hasNoWarnings()
                .hasNoRejectedRows();
    }

    @Test
    void saysWhyARunIsNotApproved() {
        assertThat(BAD).isRejected().wasRejectedBecauseOf("accuracy");
        messageOf(() -> assertThat(BAD).isApproved()).contains("missed: accuracy at least 0.9");
        messageOf(() -> assertThat(BAD).wasRejectedBecauseOf("roc_auc")).contains("'roc_auc'", "none on that metric");
        messageOf(() -> assertThat(GOOD).isRejected()).contains("approved");
        messageOf(() -> assertThat(GOOD).wasRejectedBecauseOf("accuracy")).contains("to be rejected");
    }

    @Test
    void showsBothDigests() {
        messageOf(() -> assertThat(BAD).hasSameBundleAs(GOOD))
                .contains(BAD.bundle().digest(), GOOD.bundle().digest());
    }

    @Test
    void showsWarningsAndRejectedRows() {
        messageOf(() -> assertThat(BAD).hasNoWarnings()).contains("expected fare at most 100, found 4 larger numbers");
        messageOf(() -> assertThat(BAD).hasNoRejectedRows()).contains("there are 2", "line 7: unclosed quote");
    }

    @Test
    void goesOnToANumber() {
        assertThat(GOOD).metric("accuracy").isAtLeast(0.8);
        messageOf(() -> assertThat(GOOD).hasMetricSatisfying("accuracy", accuracy -> accuracy.isAtLeast(0.9)))
                .contains("at least 0.9");
        messageOf(() -> assertThat(GOOD).hasMetric("mae")).contains("'mae'");
        messageOf(() -> assertThat(GOOD).as("nightly run").metric("accuracy").isAtLeast(0.9))
                .startsWith("[nightly run] ");
    }

    @Test
    void speaksOfNullAsAssertJDoes() {
        messageOf(() -> assertThat((Run<?, ?>) null).isApproved()).contains("not to be null");
    }
}
