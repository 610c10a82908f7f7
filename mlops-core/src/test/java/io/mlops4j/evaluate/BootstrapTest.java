package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.evaluate.Interval;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Regression;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final List<Metric<Regression>> METRICS = List.of(Metrics.mae(), Metrics.r2());

    private static RegressionOutcomes outcomes(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] truth = random.doubles(rows, 0, 10).toArray();
        double[] predicted = java.util.Arrays.stream(truth)
                .map(value -> value + random.nextDouble() * 4 - 2)
                .toArray();
        return Given.numbers(truth, predicted);
    }

    @Test
    @Tag("F34")
    void isTheSameOnAnyNumberOfThreads() {
        RegressionOutcomes outcomes = outcomes(1, 200);
        List<Optional<Interval>> alone = Bootstrap.of(200).seed(9).intervals(METRICS, outcomes);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            assertThat(Bootstrap.of(200).seed(9).on(threads, 3).intervals(METRICS, outcomes))
                    .isEqualTo(alone);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @Tag("F34")
    void isTheSameOnAnyJavaVersion() {
        Interval interval = Bootstrap.of(100)
                .seed(42)
                .intervals(List.of(Metrics.mae()), Given.numbers(new double[10], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
                .get(0)
                .orElseThrow();
        assertThat(interval).isEqualTo(new Interval(2.9, 6.3, 0.95));
    }

    @Test
    void changesWithTheSeed() {
        RegressionOutcomes outcomes = outcomes(1, 200);
        assertThat(Bootstrap.of(50).seed(1).intervals(METRICS, outcomes))
                .isNotEqualTo(Bootstrap.of(50).seed(2).intervals(METRICS, outcomes));
        assertThat(Bootstrap.of(50).seed(0).intervals(METRICS, outcomes))
                .isEqualTo(Bootstrap.of(50).intervals(METRICS, outcomes));
    }

    @Test
    void widensWithTheLevel() {
        RegressionOutcomes outcomes = outcomes(1, 200);
        Interval narrow = first(Bootstrap.of(400).level(0.5), outcomes);
        Interval wide = first(Bootstrap.of(400).level(0.99), outcomes);
        assertThat(narrow.level()).isEqualTo(0.5);
        assertThat(wide.lower()).isLessThan(narrow.lower());
        assertThat(wide.upper()).isGreaterThan(narrow.upper());
    }

    @Test
    void isAboutAsWideAsTheoryHasIt() {
        RegressionOutcomes outcomes = outcomes(3, 1000);
        Interval interval = first(Bootstrap.of(500), outcomes);
        // absolute errors are uniform from 0 to 2: their mean has the deviation sqrt(1/3 / 1000)
        double theory = 2 * 1.96 * Math.sqrt(1.0 / 3 / 1000);
        assertThat(interval.upper() - interval.lower()).isCloseTo(theory, within(theory / 5));
    }

    @Test
    void holdsTheTrueValueAboutAsOftenAsItSays() {
        int held = 0;
        for (int sample = 0; sample < 200; sample++) {
            Interval interval = first(Bootstrap.of(200).seed(sample).level(0.9), outcomes(1000 + sample, 60));
            held += interval.lower() <= 1 && 1 <= interval.upper() ? 1 : 0;
        }
        assertThat(held).isBetween(165, 195);
    }

    @Test
    @Tag("T16")
    void hasNoIntervalWhereManyDrawsAreUndefined() {
        // one row of the class among four: a third of the draws has none
        Optional<Interval> rare = Bootstrap.of(100)
                .intervals(List.<Metric<Classification>>of(Metrics.rocAuc()), Given.scores("0001", 0.1, 0.2, 0.3, 0.4))
                .get(0);
        Optional<Interval> common = Bootstrap.of(100)
                .intervals(
                        List.<Metric<Classification>>of(Metrics.rocAuc()),
                        Given.scores("00001111", 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8))
                .get(0);
        assertThat(rare).isEmpty();
        assertThat(common).contains(new Interval(1, 1, 0.95));
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.of(1));
        assertThat(Bootstrap.of(2).intervals(METRICS, outcomes(1, 10)))
                .hasSize(2)
                .allMatch(Optional::isPresent);
        assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.of(2).level(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.of(2).level(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.of(2).level(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.of(2).on(Runnable::run, -1));
    }

    @Test
    void describesItself() {
        assertThat(Bootstrap.of(1000).seed(42).level(0.9)).hasToString("bootstrap(1000, seed 42, level 0.9)");
    }

    private static Interval first(Bootstrap bootstrap, RegressionOutcomes outcomes) {
        return bootstrap.intervals(METRICS, outcomes).get(0).orElseThrow();
    }
}
