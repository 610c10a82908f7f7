package io.mlops4j.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyBinsTest {

    @Test
    void aBinIsNarrowAndItsMiddleLiesInIt() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            long nanoseconds = random.nextLong() >>> 24 + random.nextInt(40);
            int bin = LatencyBins.bin(nanoseconds);
            long middle = LatencyBins.middle(bin);

            assertThat(LatencyBins.bin(middle)).isEqualTo(bin);
            assertThat(Math.abs(middle - nanoseconds)).isLessThanOrEqualTo(Math.max(1, nanoseconds / 32));
        }
    }

    @Test
    void binsRiseWithTimeAndNoneIsLeftOut() {
        int last = -1;
        for (long nanoseconds = 0; nanoseconds < 100_000; nanoseconds++) {
            int bin = LatencyBins.bin(nanoseconds);
            assertThat(bin - last).isBetween(0, 1);
            last = bin;
        }
    }

    @Test
    void whatNoClockShouldSayHasABinToo() {
        assertThat(LatencyBins.bin(-1)).isZero();
        assertThat(LatencyBins.bin(Long.MIN_VALUE)).isZero();
        assertThat(LatencyBins.bin(Long.MAX_VALUE)).isEqualTo(LatencyBins.SIZE - 1);
    }

    @Test
    void theHistogramSaysWhatWasMeasuredToAboutThreePerCent() {
        long[] values = new long[LatencyBins.SIZE + 5];
        for (int i = 1; i <= 1000; i++) {
            values[5 + LatencyBins.bin(i * 1000L)]++;
        }
        var histogram = LatencyBins.histogram(values, 5);

        assertThat(histogram.getTotalCount()).isEqualTo(1000);
        assertThat((double) histogram.getValueAtPercentile(50)).isCloseTo(500_000, within(15_000.0));
        assertThat((double) histogram.getValueAtPercentile(99)).isCloseTo(990_000, within(30_000.0));
    }
}
