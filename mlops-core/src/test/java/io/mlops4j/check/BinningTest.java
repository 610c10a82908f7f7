package io.mlops4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.check.NumericBins;
import io.mlops4j.api.check.NumericProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BinningTest {

    private static NumericBins bins(double... values) {
        return ((NumericProfile)
                        Profiler.profile(Rows.numbers(values)).columns().get(0))
                .bins();
    }

    @Test
    void aFewDifferentValuesGetABinEach() {
        NumericBins bins = bins(3, 1, 2, 3, Double.NaN, 1, 1);
        assertThat(bins.edges()).containsExactly(2.0, 3.0);
        assertThat(bins.counts()).containsExactly(3L, 1L, 2L);
        double[] twenty = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
        assertThat(bins(twenty).counts()).hasSize(20).containsOnly(1L);
    }

    @Test
    void manyDifferentValuesAreDividedByTheirDeciles() {
        NumericBins bins =
                bins(IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray());
        assertThat(bins.edges()).containsExactly(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
        assertThat(bins.counts()).containsExactly(10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 11L);
    }

    @Test
    void aFrequentValueGetsABinOfItsOwnAndTheRestIsDivided() {
        double[] gain = DoubleStream.concat(
                        DoubleStream.iterate(0, i -> i).limit(910),
                        IntStream.rangeClosed(1, 90).mapToDouble(i -> 100.0 * i))
                .toArray();
        NumericBins bins = bins(gain);
        assertThat(bins.counts()).containsExactly(910L, 30L, 30L, 30L);
        assertThat(bins.edges().get(0)).isEqualTo(100);
    }

    @Test
    void aFrequentValueInTheMiddleOrAtAnEndGetsABinOfItsOwnToo() {
        double[] hours = DoubleStream.concat(
                        DoubleStream.iterate(40, i -> i).limit(100),
                        IntStream.rangeClosed(1, 99).mapToDouble(i -> i))
                .toArray();
        NumericBins bins = bins(hours);
        assertThat(bins.edges()).contains(40.0, 41.0);
        assertThat(bins.counts().get(bins.edges().indexOf(40.0) + 1)).isEqualTo(101);
        double[] capped = DoubleStream.concat(
                        DoubleStream.iterate(99, i -> i).limit(100),
                        IntStream.rangeClosed(0, 98).mapToDouble(i -> i))
                .toArray();
        assertThat(bins(capped).edges()).endsWith(99.0);
        assertThat(bins(capped).counts()).endsWith(100L);
    }

    @Test
    @Tag("T14")
    void onlyFiniteValuesAreInBins() {
        NumericBins bins = bins(1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY, Double.NaN, -0.0, 0.0);
        assertThat(bins.edges()).containsExactly(1.0, 2.0);
        assertThat(bins.counts()).containsExactly(2L, 1L, 1L);
        double[] extreme = DoubleStream.concat(
                        DoubleStream.of(-Double.MAX_VALUE, Double.MAX_VALUE, Double.MIN_VALUE),
                        IntStream.range(0, 30).mapToDouble(i -> i))
                .toArray();
        assertThat(bins(extreme).total()).isEqualTo(33);
    }

    @Test
    @Tag("T16")
    void withoutValuesThereIsOneEmptyBin() {
        assertThat(bins(Double.NaN, Double.NaN)).isEqualTo(new NumericBins(List.of(), List.of(0L)));
        assertThat(bins(7, 7, 7)).isEqualTo(new NumericBins(List.of(), List.of(3L)));
    }

    @RepeatedTest(200)
    void everyValueIsCountedOnceAndNoBinIsEmpty(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double coarse = Math.pow(2, random.nextInt(12) - 4);
        double[] values = random.doubles(1 + random.nextInt(500))
                .map(value -> random.nextInt(3) == 0 ? random.nextInt(2) : Math.rint(value * 100 / coarse) * coarse)
                .toArray();
        NumericBins bins = bins(values);

        long[] counts = new long[bins.counts().size()];
        for (double value : values) {
            counts[(int) bins.edges().stream().filter(edge -> edge <= value).count()]++;
        }

        assertThat(bins.counts()).containsExactly(Arrays.stream(counts).boxed().toArray(Long[]::new));
        assertThat(bins.counts()).allMatch(count -> count > 0);
        assertThat(bins.counts().size()).isLessThanOrEqualTo(2 * 9 + 10);
    }
}
