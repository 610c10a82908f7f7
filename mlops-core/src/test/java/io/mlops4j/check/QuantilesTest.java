package io.mlops4j.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void interpolatesBetweenNeighbours() {
        double[] sorted = {1, 2, 4, 8};
        assertThat(Quantiles.ofSorted(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.ofSorted(sorted, 1)).isEqualTo(8);
        assertThat(Quantiles.ofSorted(sorted, 0.5)).isEqualTo(3);
        assertThat(Quantiles.ofSorted(sorted, 0.9)).isCloseTo(4 + 0.7 * 4, within(1e-12));
    }

    @Test
    @Tag("T16")
    void ofOneValueIsThatValueAndOfNoneIsNaN() {
        assertThat(Quantiles.ofSorted(new double[] {3}, 0.3)).isEqualTo(3);
        assertThat(Quantiles.ofSorted(new double[0], 0.5)).isNaN();
    }

    @Test
    @Tag("T14")
    void staysInfiniteAtInfinity() {
        double[] sorted = {1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        assertThat(Quantiles.ofSorted(sorted, 0.5)).isInfinite();
        assertThat(Quantiles.ofSorted(sorted, 0.75)).isInfinite();
        assertThat(Quantiles.ofSorted(sorted, 0.25)).isInfinite();
    }
}
