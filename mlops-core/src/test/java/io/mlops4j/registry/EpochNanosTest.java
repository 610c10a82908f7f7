package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Times survive the way into a table and out of it. */
class EpochNanosTest {

    @Property
    void everyNumberIsATimeAndBack(@ForAll long nanos) {
        assertThat(EpochNanos.of(EpochNanos.instant(nanos))).isEqualTo(nanos);
    }

    @Test
    void theFirstAndTheLastAreHeldToo() {
        for (long nanos : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Long.MAX_VALUE}) {
            assertThat(EpochNanos.of(EpochNanos.instant(nanos))).isEqualTo(nanos);
        }
    }

    @Test
    void whatIsBeyondIsTheNearest() {
        assertThat(EpochNanos.of(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(EpochNanos.of(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThat(EpochNanos.of(EpochNanos.instant(Long.MAX_VALUE).plusNanos(1)))
                .isEqualTo(Long.MAX_VALUE);
    }
}
