package io.mlops4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {

    @Test
    void staysBelowItsBound() {
        SplitMix random = SplitMix.stream(1, 2);
        assertThat(IntStream.range(0, 10_000).map(i -> random.below(7))).allMatch(number -> number >= 0 && number < 7);
        assertThat(random.below(1)).isZero();
    }

    @Test
    void givesEveryNumberAboutAsOften() {
        SplitMix random = SplitMix.stream(5, 0);
        long[] counts = new long[10];
        for (int i = 0; i < 100_000; i++) {
            counts[random.below(10)]++;
        }
        // five standard deviations of a binomial count
        assertThat(java.util.Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 5 * 95);
    }

    @Test
    void streamsDiffer() {
        assertThat(draws(1, 0)).isEqualTo(draws(1, 0)).isNotEqualTo(draws(1, 1)).isNotEqualTo(draws(2, 0));
        assertThat(draws(0, 1)).isNotEqualTo(draws(1, 0));
    }

    @Test
    void neighbouringStreamsShareNoMoreThanChance() {
        int[] one = draws(7, 3);
        int[] next = draws(7, 4);
        long same =
                IntStream.range(0, one.length).filter(i -> one[i] == next[i]).count();
        assertThat(same).isLessThan(5);
    }

    private static int[] draws(long seed, long stream) {
        SplitMix random = SplitMix.stream(seed, stream);
        return IntStream.range(0, 100).map(i -> random.below(1000)).toArray();
    }
}
