package io.mlops4j.api.evaluate;

import static io.mlops4j.api.evaluate.Measured.ERROR;
import static io.mlops4j.api.evaluate.Measured.SCORE;
import static io.mlops4j.api.evaluate.Measured.all;
import static io.mlops4j.api.evaluate.Measured.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.predict.Regression;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionTest {

    private static boolean passes(Criterion<Regression> criterion, double value) {
        return only(criterion, Measured.of(all(criterion.metric(), value)), Optional.empty())
                .passed();
    }

    private static boolean passes(Criterion<Regression> criterion, double value, double champion) {
        return only(
                        criterion,
                        Measured.of(all(criterion.metric(), value)),
                        Optional.of(Measured.of(all(criterion.metric(), champion))))
                .passed();
    }

    private static Finding only(Criterion<Regression> criterion, Evaluation candidate, Optional<Evaluation> champion) {
        List<Finding> findings = criterion.judge(candidate, champion);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void passesAtTheThresholdItself() {
        assertThat(passes(SCORE.atLeast(0.9), 0.9)).isTrue();
        assertThat(passes(SCORE.atLeast(0.9), Math.nextDown(0.9))).isFalse();
        assertThat(passes(ERROR.atMost(2), 2)).isTrue();
        assertThat(passes(ERROR.atMost(2), Math.nextUp(2.0))).isFalse();
    }

    @Test
    @Tag("T14")
    void aNaNNeverPasses() {
        for (Criterion<Regression> criterion : List.of(
                SCORE.atLeast(Double.NEGATIVE_INFINITY),
                SCORE.atMost(Double.POSITIVE_INFINITY),
                SCORE.noWorseThanChampion(),
                ERROR.noWorseThanChampion(Double.MAX_VALUE))) {
            assertThat(passes(criterion, Double.NaN)).as(criterion.toString()).isFalse();
        }
        assertThat(passes(SCORE.noWorseThanChampion(), Double.NaN, 0.5)).isFalse();
        assertThat(passes(ERROR.noWorseThanChampion(), Double.NaN, 0.5)).isFalse();
        assertThat(passes(SCORE.noWorseThanChampion(), 0.5, Double.NaN)).isFalse();
        assertThat(passes(SCORE.noWorseThanChampion(), Double.NaN, Double.NaN)).isFalse();
    }

    @Test
    void comparesWithTheChampionInTheBetterDirection() {
        assertThat(passes(SCORE.noWorseThanChampion(), 0.8, 0.8)).isTrue();
        assertThat(passes(SCORE.noWorseThanChampion(), 0.9, 0.8)).isTrue();
        assertThat(passes(SCORE.noWorseThanChampion(), 0.7, 0.8)).isFalse();
        assertThat(passes(ERROR.noWorseThanChampion(), 0.7, 0.8)).isTrue();
        assertThat(passes(ERROR.noWorseThanChampion(), 0.8, 0.8)).isTrue();
        assertThat(passes(ERROR.noWorseThanChampion(), 0.9, 0.8)).isFalse();
    }

    @Test
    void toleratesALittleInTheWorseDirection() {
        assertThat(passes(SCORE.noWorseThanChampion(0.25), 0.5, 0.75)).isTrue();
        assertThat(passes(SCORE.noWorseThanChampion(0.25), 0.4375, 0.75)).isFalse();
        assertThat(passes(ERROR.noWorseThanChampion(0.25), 1, 0.75)).isTrue();
        assertThat(passes(ERROR.noWorseThanChampion(0.25), 1.0625, 0.75)).isFalse();
        assertThat(passes(ERROR.noWorseThanChampion(0.25), 0, 0.75)).isTrue();
    }

    @Test
    void passesWithoutAChampionAndSaysSo() {
        Finding finding = only(SCORE.noWorseThanChampion(), Measured.of(all(SCORE, 0.1)), Optional.empty());
        assertThat(finding.passed()).isTrue();
        assertThat(finding.found()).contains("no champion yet");
    }

    @Test
    void failsIfTheChampionWasNotMeasuredAlike() {
        Finding finding =
                only(SCORE.noWorseThanChampion(), Measured.of(all(SCORE, 1)), Optional.of(Measured.of(all(ERROR, 0))));
        assertThat(finding.passed()).isFalse();
        assertThat(finding.found()).contains("not measured of the champion");
    }

    @Test
    void failsIfNothingWasMeasured() {
        Finding finding = only(SCORE.atLeast(0), Measured.of(all(ERROR, 1)), Optional.empty());
        assertThat(finding.passed()).isFalse();
        assertThat(finding.found()).isEqualTo("score was not measured");
    }

    @Test
    void isNotMetBySlicesAlone() {
        Finding finding =
                only(SCORE.atLeast(0).onEverySlice(1), Measured.of(slice(SCORE, "male", 1, 50)), Optional.empty());
        assertThat(finding.passed()).isFalse();
    }

    @Test
    void judgesAllRowsOnlyUnlessSlicesAreAskedFor() {
        Evaluation evaluation = Measured.of(all(SCORE, 0.9), slice(SCORE, "female", 0.1, 50));
        assertThat(SCORE.atLeast(0.8).judge(evaluation, Optional.empty()))
                .hasSize(1)
                .allMatch(Finding::passed);
    }

    @Test
    void judgesEverySliceThatIsLargeEnough() {
        Evaluation evaluation = Measured.of(
                all(SCORE, 0.9),
                slice(SCORE, "female", 0.7, 30),
                slice(SCORE, "male", 0.95, 60),
                slice(SCORE, Slice.MISSING, 0, 29),
                slice(ERROR, "female", 0, 30));
        List<Finding> findings = SCORE.atLeast(0.8).onEverySlice(30).judge(evaluation, Optional.empty());
        assertThat(findings).extracting(Finding::passed).containsExactly(true, false, true);
        assertThat(findings.get(1).found()).contains("[sex=female] 0.7000").contains("on 30 rows");
    }

    @Test
    void comparesEachSliceWithTheSameSliceOfTheChampion() {
        Evaluation candidate = Measured.of(all(SCORE, 0.9), slice(SCORE, "female", 0.7, 30));
        Evaluation champion = Measured.of(all(SCORE, 0.8), slice(SCORE, "female", 0.75, 30));
        assertThat(SCORE.noWorseThanChampion().onEverySlice(1).judge(candidate, Optional.of(champion)))
                .extracting(Finding::passed)
                .containsExactly(true, false);
    }

    @Test
    void readsAsASentence() {
        assertThat(SCORE.atLeast(0.9)).hasToString("score at least 0.9");
        assertThat(ERROR.atMost(2).onEverySlice(30))
                .hasToString("error at most 2.0 on every slice of at least 30 rows");
        assertThat(SCORE.noWorseThanChampion()).hasToString("score no worse than the champion");
        assertThat(SCORE.noWorseThanChampion(0.5)).hasToString("score no worse than the champion by more than 0.5");
        assertThat(only(SCORE.atLeast(0.9), Measured.of(all(SCORE, 0.5)), Optional.empty()))
                .hasToString("missed: score at least 0.9 (score 0.5000 on 100 rows)");
        assertThat(only(
                        SCORE.noWorseThanChampion(),
                        Measured.of(all(SCORE, 0.5)),
                        Optional.of(Measured.of(all(SCORE, 0.25)))))
                .hasToString(
                        "passed: score no worse than the champion (score 0.5000 on 100 rows; the champion has 0.2500)");
    }

    @Test
    @Tag("T14")
    void refusesToCompareWithNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> SCORE.atLeast(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> SCORE.atMost(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> SCORE.noWorseThanChampion(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> SCORE.noWorseThanChampion(-0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, at least 0.9",
        "3, at least 3.0",
        "-0.25, at least -0.25",
        "1e-7, at least 1E-7",
        "2e23, at least 2E+23",
        "0.30000000000000004, at least 0.30000000000000004",
        "5.684341886080802E-14, at least 5.6843418860808015E-14",
        "Infinity, at least Infinity"
    })
    void aThresholdIsWrittenAlikeOnEveryJavaVersion(double threshold, String text) {
        assertThat(new Condition.AtLeast(threshold)).hasToString(text);
    }
}
