package io.mlops4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes(4);

    @Test
    void lendsTheSameLaneAgainToAThreadThatIsAlone() {
        Lane first = lanes.take();
        lanes.give(first);
        assertThat(lanes.take()).isSameAs(first);
    }

    @Test
    void neverLendsALaneTwiceAndMakesNoMoreThanAreOutAtOnce() {
        for (int round = 0; round < 3; round++) {
            Set<Lane> out = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                assertThat(out.add(lanes.take())).isTrue();
            }
            out.forEach(lanes::give);
        }
        assertThat(lanes.size()).isEqualTo(100);
    }

    @Test
    void numbersAreUniqueHoweverManyCallsAreUnderWay() {
        List<Lane> out = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            out.add(lanes.take());
        }
        for (Lane lane : out) {
            for (int i = 0; i < 3; i++) {
                assertThat(ids.add(lanes.nextId(lane, 1L << 22))).isTrue();
            }
        }
    }

    @Test
    void aMarkLiesBetweenWhatWasGivenAndWhatWillBe() {
        assertThat(lanes.mark(5L << 22)).isZero();
        Lane one = lanes.take();
        Lane other = lanes.take();
        long first = lanes.nextId(one, 7L << 22);
        long mark = lanes.mark(7L << 22);

        assertThat(mark).isGreaterThanOrEqualTo(first);
        assertThat(lanes.mark(6L << 22)).isEqualTo(mark);
        assertThat(lanes.nextId(other, 7L << 22)).isGreaterThan(mark);
    }
}
