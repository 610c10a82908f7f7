package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FixedClockTest {

    private final FixedClock clock = FixedClock.at("2026-03-29T00:59:59Z");

    @Test
    void standsStill() {
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2026-03-29T00:59:59Z");
    }

    @Test
    void movesForwardAndBack() {
        clock.advance(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo("2026-03-29T01:00:00Z");
        clock.advance(Duration.ofHours(-1));
        assertThat(clock.instant()).isEqualTo("2026-03-29T00:00:00Z");
    }

    @Test
    void canBeSet() {
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
        assertThat(clock).hasToString("clock at 1970-01-01T00:00:00Z");
    }
}
