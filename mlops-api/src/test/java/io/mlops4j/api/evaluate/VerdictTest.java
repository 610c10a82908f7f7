package io.mlops4j.api.evaluate;

import static io.mlops4j.api.evaluate.Measured.ERROR;
import static io.mlops4j.api.evaluate.Measured.SCORE;
import static io.mlops4j.api.evaluate.Measured.all;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.predict.Regression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Evaluation MEASURED = Measured.of(all(SCORE, 0.9), all(ERROR, 2));

    @Test
    void noCriterionIsNoApproval() {
        Verdict verdict = Verdict.of(List.<Criterion<Regression>>of(), MEASURED, Optional.empty());
        assertThat(verdict).isEqualTo(new Verdict.NotJudged());
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void approvesWhatMeetsEveryCriterion() {
        Verdict verdict = Verdict.of(List.of(SCORE.atLeast(0.9), ERROR.atMost(2)), MEASURED, Optional.empty());
        assertThat(verdict).isInstanceOf(Verdict.Approved.class);
        assertThat(verdict.findings()).hasSize(2);
    }

    @Test
    void rejectsWhatMissesOneAndNamesIt() {
        Verdict verdict = Verdict.of(List.of(SCORE.atLeast(0.9), ERROR.atMost(1)), MEASURED, Optional.empty());
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Rejected.class, rejected -> {
            assertThat(rejected.findings()).hasSize(2);
            assertThat(rejected.reasons()).hasSize(1);
            assertThat(rejected.reasons().get(0).criterion()).isEqualTo("error at most 1.0");
        });
    }

    @Test
    @Tag("T14")
    void rejectsANaN() {
        Evaluation undefined = Measured.of(all(SCORE, Double.NaN));
        assertThat(Verdict.of(List.of(SCORE.atLeast(0)), undefined, Optional.empty()))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void rejectsWhatWasNotMeasured() {
        assertThat(Verdict.of(List.of(SCORE.atLeast(0)), Measured.of(), Optional.empty()))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void judgesAgainstTheChampion() {
        Evaluation champion = Measured.of(all(SCORE, 0.95));
        assertThat(Verdict.of(List.of(SCORE.noWorseThanChampion()), MEASURED, Optional.of(champion)))
                .isInstanceOf(Verdict.Rejected.class);
        assertThat(Verdict.of(List.of(SCORE.noWorseThanChampion(0.1)), MEASURED, Optional.of(champion)))
                .isInstanceOf(Verdict.Approved.class);
    }
}
