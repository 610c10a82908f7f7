package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    @Tag("T14")
    void showsFourDigitsThatCount() {
        assertThat(
                        List.of(0.87374, -0.25, 1.0, 123456.78, 1e-12, 3e20, Double.NaN, Double.NEGATIVE_INFINITY, -0.0)
                                .stream()
                                .map(Numbers::of))
                .containsExactly("0.8737", "-0.2500", "1", "123457", "1e-12", "3e+20", "not defined", "-∞", "0");
    }

    @Test
    void showsAParameterAsItWasTyped() {
        assertThat(List.of(0.1, 0.3, 1e-5, 123456.78, 2.0, 1e-12).stream().map(Numbers::typed))
                .containsExactly("0.1", "0.3", "0.00001", "123456.78", "2", "1e-12");
    }

    @Test
    void aTinyProbabilityIsNotNothing() {
        assertThat(List.of(0.0, 1e-300, 0.00012, 0.62, 1.8219, Double.NaN).stream()
                        .map(Numbers::small))
                .containsExactly("< 0.0001", "< 0.0001", "0.0001", "0.6200", "1.8219", "not defined");
    }

    @Test
    void aLittleIsNotNothingAndAlmostAllIsNotAll() {
        assertThat(List.of(0.0, 0.0001, 0.056, 0.99999, 1.0).stream().map(Numbers::share))
                .containsExactly("0 %", "< 0.1 %", "5.6 %", "> 99.9 %", "100 %");
        assertThat(Numbers.share(0, 0)).isEqualTo("not defined");
    }

    @Test
    void tellsTimesInTheUnitsOfPeople() {
        assertThat(List.of(
                                Duration.ZERO,
                                Duration.ofNanos(350),
                                Duration.ofNanos(1500),
                                Duration.ofMillis(12),
                                Duration.ofMillis(61_500),
                                Duration.ofHours(30),
                                Duration.ofSeconds(-5))
                        .stream()
                        .map(Times::took))
                .containsExactly("0 ms", "350 ns", "1.5 µs", "12 ms", "1 min 1 s", "1 d 6 h", "-5.0 s");
        assertThat(Times.at(Instant.parse("2026-12-31T23:59:59.999Z"))).isEqualTo("2026-12-31 23:59:59");
    }

    @Test
    void ticksAreRound() {
        Scale scale = new Scale(0.83, 0.91, 0, 100);

        assertThat(scale.ticks(4).stream().map(tick -> scale.tick(tick, 4)))
                .containsExactly("0.84", "0.86", "0.88", "0.90");
    }

    @Test
    @Tag("T14")
    void everyRangeCanBeDrawn() {
        double big = Double.MAX_VALUE;
        for (Scale scale : List.of(
                new Scale(-big, big, 0, 100),
                new Scale(5, 5, 0, 100),
                new Scale(0, Double.MIN_VALUE, 0, 100),
                new Scale(Double.NaN, Double.NaN, 0, 100))) {
            assertThat(scale.ticks(5)).hasSizeLessThan(20).allMatch(tick -> Double.isFinite(scale.at(tick)));
        }
    }

    @Test
    void theMarksOfATimeAxisAreFew() {
        Instant start = Instant.parse("2026-03-02T08:00:00Z");
        for (Duration length : List.of(
                Duration.ZERO,
                Duration.ofMillis(3),
                Duration.ofSeconds(10),
                Duration.ofMinutes(50),
                Duration.ofHours(30),
                Duration.ofDays(44),
                Duration.ofDays(4000))) {
            TimeScale scale = new TimeScale(new Life.Span(start, start.plus(length)), 0, 100);
            assertThat(scale.ticks()).hasSizeLessThanOrEqualTo(6).allMatch(tick -> tick.x() >= 0 && tick.x() <= 100.1);
        }
    }

    @Test
    void anIntervalOfAShareStaysBetweenNothingAndAll() {
        assertThat(Wilson.of(1, 5).upper()).isEqualTo(1);
        assertThat(Wilson.of(0, 5).lower()).isZero();
        assertThat(Wilson.of(0.5, 100).lower()).isCloseTo(0.4038, org.assertj.core.data.Offset.offset(1e-4));
    }
}
