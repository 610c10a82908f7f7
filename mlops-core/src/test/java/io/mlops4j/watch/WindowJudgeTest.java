package io.mlops4j.watch;

import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.api.data.Columns.numeric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.ColumnDrift.State;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.api.predict.Classes;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WindowJudgeTest {

    private static final Quality NONE = new Quality(0, 0, Double.NaN);

    private final Random random = new Random(7);
    private final ReferenceBins reference = WatchedRows.reference(
            ages(5000, 0),
            Optional.of(Classes.of(List.of("no", "yes"), Optional.empty())),
            random.doubles(1000).toArray());

    private Dataset ages(int rows, double older) {
        return WatchedRows.numbers(
                "age",
                IntStream.range(0, rows)
                        .mapToDouble(i -> Math.rint(40 + 12 * random.nextGaussian() + older))
                        .toArray());
    }

    private WindowFindings judge(Dataset rows, double[] scores, Quality quality, Limit... limits) {
        return new WindowJudge()
                .judge(reference, WatchedRows.counts(reference, rows, scores), quality, List.of(limits));
    }

    private double[] scores(int rows) {
        return random.doubles(rows).toArray();
    }

    @Test
    void aWindowLikeTheReferenceIsStable() {
        Limit limit = new Signal.Drift(numeric()).above(0.2);
        WindowFindings findings = judge(ages(500, 0), scores(500), NONE, limit);

        assertThat(findings.columns()).extracting(ColumnDrift::state).containsExactly(State.STABLE);
        assertThat(findings.answers())
                .extracting(ColumnDrift::column)
                .containsExactly(ReferenceBins.SCORE, ReferenceBins.LABEL);
        assertThat(findings.broken()).isEmpty();
        assertThat(findings.unknown()).isEmpty();
        assertThat(findings.errorRate()).isZero();
    }

    @Test
    void aColumnThatMovedBreaksItsLimitAndIsNamed() {
        Limit limit = new Signal.Drift(numeric()).above(0.2);
        WindowFindings findings = judge(ages(500, 12), scores(500), NONE, limit);

        ColumnDrift age = findings.columns().get(0);
        assertThat(age.state()).isEqualTo(State.DRIFTED);
        assertThat(age.adjustedPValue()).isLessThan(1e-10);
        assertThat(age.bins().stream().mapToLong(bin -> bin.current()).sum()).isEqualTo(500);
        assertThat(findings.broken()).containsExactly(new Breach(limit, age.psi(), List.of("age")));
    }

    @Test
    void aDifferenceThatIsSignificantButSmallIsNoDrift() {
        WindowFindings findings = judge(ages(20_000, 2), scores(20_000), NONE);

        ColumnDrift age = findings.columns().get(0);
        assertThat(age.adjustedPValue()).isLessThan(1e-6);
        assertThat(age.psi()).isLessThan(0.1);
        assertThat(age.state()).isEqualTo(State.STABLE);
        Limit strict = new Signal.Drift(named("age")).above(0.001);
        assertThat(judge(ages(20_000, 2), scores(20_000), NONE, strict).broken())
                .hasSize(1);
    }

    @Test
    void tooFewRowsAreNeverCalledStable() {
        Limit[] limits = {
            new Signal.Drift(numeric()).above(0.2),
            new Signal.AnswerDrift().above(0.2),
            new Signal.ErrorRate().above(0.01),
            new Signal.Latency(Percent.percent(99)).above(1),
            new Signal.Accuracy().below(0.9)
        };
        WindowFindings findings = judge(ages(199, 50), scores(199), new Quality(199, 199, 0), limits);

        assertThat(findings.columns()).extracting(ColumnDrift::state).containsOnly(State.NOT_ENOUGH_DATA);
        assertThat(findings.answers()).extracting(ColumnDrift::state).containsOnly(State.NOT_ENOUGH_DATA);
        assertThat(findings.columns().get(0).psi()).isNaN();
        assertThat(findings.columns().get(0).toString()).isEqualTo("age: not enough data");
        assertThat(findings.broken()).isEmpty();
        assertThat(findings.unknown()).containsExactly(limits);
        assertThat(judge(ages(200, 50), scores(200), NONE, limits[0]).broken()).hasSize(1);
    }

    @Test
    void anEmptyWindowIsUnknown() {
        WindowFindings findings = judge(ages(0, 0), scores(0), NONE, new Signal.ErrorRate().above(0));

        assertThat(findings.errorRate()).isNaN();
        assertThat(findings.latencyP99()).isNaN();
        assertThat(findings.unknown()).hasSize(1);
    }

    @Test
    @Tag("T16")
    void withoutAReferenceNothingIsKnown() {
        ReferenceBins empty = WatchedRows.reference(WatchedRows.numbers("age"), Optional.empty());
        Dataset rows = ages(500, 0);
        WindowFindings findings = new WindowJudge()
                .judge(
                        empty,
                        WatchedRows.counts(empty, rows, scores(500)),
                        NONE,
                        List.of(new Signal.Drift(numeric()).above(0.2)));

        assertThat(findings.columns()).extracting(ColumnDrift::state).containsOnly(State.NOT_ENOUGH_DATA);
        assertThat(findings.unknown()).hasSize(1);
    }

    @Test
    void errorsAndLatencyAreMeasured() {
        Limit errors = new Signal.ErrorRate().above(0.2);
        Limit slow = new Signal.Latency(Percent.percent(99)).above(0.5e-6);
        WindowFindings findings = judge(ages(400, 0), scores(300), NONE, errors, slow);

        assertThat(findings.errorRate()).isEqualTo(0.25);
        assertThat(findings.latencyP50()).isCloseTo(1e-6, within(1e-8));
        assertThat(findings.broken()).extracting(Breach::limit).containsExactly(errors, slow);
    }

    @Test
    @Tag("T19")
    void qualityIsJudgedOnlyOnEnoughTruths() {
        Limit accuracy = new Signal.Accuracy().below(0.9);

        assertThat(judge(ages(400, 0), scores(400), new Quality(400, 199, 0), accuracy)
                        .unknown())
                .containsExactly(accuracy);
        assertThat(judge(ages(400, 0), scores(400), new Quality(400, 200, 0.5), accuracy)
                        .broken())
                .containsExactly(new Breach(accuracy, 0.5, List.of()));
        assertThat(judge(ages(400, 0), scores(400), new Quality(400, 200, 0.95), accuracy)
                        .broken())
                .isEmpty();
    }

    @Test
    @Tag("T15")
    void aCategoryThatWasNeverSeenIsFoundInASmallWindow() {
        String[] ports =
                IntStream.range(0, 20_000).mapToObj(i -> i % 3 == 0 ? "C" : "S").toArray(String[]::new);
        Dataset training = WatchedRows.categories("port", ports);
        ReferenceBins bins = WatchedRows.reference(training, Optional.empty());
        String[] window = IntStream.range(0, 200)
                .mapToObj(i -> i % 20 == 0 ? "Q" : i % 3 == 0 ? "C" : "S")
                .toArray(String[]::new);
        Dataset rows = WatchedRows.categories("port", io.mlops4j.api.data.Dictionary.of(List.of("C", "S")), window);

        WindowFindings findings =
                new WindowJudge().judge(bins, WatchedRows.counts(bins, rows, scores(200)), NONE, List.of());

        assertThat(findings.columns()).extracting(ColumnDrift::state).containsExactly(State.DRIFTED);
        assertThat(findings.columns().get(0).bins().get(0).current()).isEqualTo(10);
    }

    @Test
    void aWindowIsTheDifferenceOfTwoCounts() {
        Counts before = WatchedRows.counts(reference, ages(300, 0), scores(290));
        Counts later = WatchedRows.counts(reference, ages(200, 0), scores(200));
        Counts window = Counts.sum(List.of(before, later)).minus(before);

        assertThat(window.rows()).isEqualTo(200);
        assertThat(window.failures()).isZero();
        assertThat(window.input(0)).isEqualTo(later.input(0));
        assertThat(window.score()).isEqualTo(later.score());
        assertThat(window.label()).isEqualTo(later.label());
        assertThat(window.latency(0.5)).isCloseTo(1e-6, within(1e-8));
        assertThat(Counts.none(reference).minus(Counts.none(reference)).latency(0.5))
                .isNaN();
    }
}
