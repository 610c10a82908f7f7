package io.mlops4j.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SampleStatisticsTest {

    private static final double[] NONE = {};
    private static final double[] SOME = {1, 2, Double.NaN, 3};

    @Test
    @Tag("T16")
    void withoutValuesNothingIsKnown() {
        assertThat(KolmogorovSmirnov.of(NONE, SOME).statistic()).isNaN();
        assertThat(KolmogorovSmirnov.of(NONE, SOME).exactP()).isNaN();
        assertThat(KolmogorovSmirnov.of(SOME, new double[] {Double.NaN}).limitP())
                .isNaN();
        assertThat(SampleDistance.wasserstein(NONE, SOME)).isNaN();
        assertThat(SampleDistance.energy(SOME, NONE)).isNaN();
        assertThat(SampleTests.mannWhitney(NONE, SOME).statistic()).isNaN();
        assertThat(SampleTests.welch(NONE, SOME).pValue()).isNaN();
        assertThat(SampleTests.student(NONE, SOME).pValue()).isNaN();
        assertThat(SampleTests.levene(NONE, SOME).pValue()).isNaN();
        assertThat(Divergence.psi(new long[] {0, 0}, new long[] {1, 2}, Divergence.FLOOR))
                .isNaN();
        assertThat(Divergence.lInfinity(new long[] {1, 2}, new long[] {0, 0})).isNaN();
    }

    @Test
    @Tag("T14")
    void theTwoZerosAreOneValue() {
        assertThat(KolmogorovSmirnov.of(new double[] {0.0, -0.0}, new double[] {-0.0})
                        .statistic())
                .isZero();
        assertThat(SampleTests.mannWhitney(new double[] {0.0}, new double[] {-0.0})
                        .statistic())
                .isEqualTo(0.5);
    }

    @Test
    void theDirectionsAreThoseThatAreSaid() {
        double[] low = {1, 2, 3, 4};
        double[] high = {3, 4, 5, 6, 7};
        assertThat(KolmogorovSmirnov.of(low, high).sign()).isEqualTo(1);
        assertThat(KolmogorovSmirnov.of(high, low).sign()).isEqualTo(-1);
        assertThat(SampleTests.welch(high, low).statistic()).isPositive();
        assertThat(SampleTests.student(low, high).statistic()).isNegative();
        assertThat(SampleTests.mannWhitney(low, high).statistic()).isEqualTo(2);
        assertThat(SampleDistance.wasserstein(low, high))
                .isCloseTo(2.5, within(1e-12))
                .isEqualTo(SampleDistance.wasserstein(high, low));
    }

    /** Massey (1951): of the 20 ways to mix three and three values, two keep all of one before the other. */
    @Test
    void theExactProbabilityCountsTheWays() {
        assertThat(KolmogorovSmirnov.of(new double[] {1, 2, 3}, new double[] {4, 5, 6})
                        .exactP())
                .isCloseTo(0.1, within(1e-15));
        assertThat(KolmogorovSmirnov.of(SOME, SOME).exactP()).isEqualTo(1);
    }

    @Test
    void bothSeriesOfTheLimitAreOneFunction() {
        for (double d = 0.9; d < 1.1; d += 0.01) {
            int n = 200;
            double before = new KolmogorovSmirnov(Math.nextDown(d) / Math.sqrt(n / 2.0), 0, 1, n, n).limitP();
            double after = new KolmogorovSmirnov(Math.nextUp(d) / Math.sqrt(n / 2.0), 0, 1, n, n).limitP();
            assertThat(after).isCloseTo(before, within(1e-14));
        }
        assertThat(new KolmogorovSmirnov(0.001, 0, 1, 100, 100).limitP()).isEqualTo(1);
    }

    @Test
    void aTestOfTwoProportionsIsThatOfChiSquare() {
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            long[] reference = {1 + random.nextInt(500), 1 + random.nextInt(500)};
            long[] current = {1 + random.nextInt(500), 1 + random.nextInt(500)};
            assertThat(ContingencyTable.proportionTest(reference, current).pValue())
                    .isCloseTo(
                            ContingencyTable.chiSquareTest(reference, current).pValue(), within(1e-12));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContingencyTable.proportionTest(new long[3], new long[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> ContingencyTable.fisherTest(new long[3], new long[3]));
    }

    @Test
    void tailsAreThoseOfTheTables() {
        assertThat(Tails.chiSquare(3.841458820694124, 1)).isCloseTo(0.05, within(1e-14));
        assertThat(Tails.chiSquare(124.3421134, 100)).isCloseTo(0.05, within(1e-9));
        assertThat(Tails.normal(1.959963984540054)).isCloseTo(0.05, within(1e-14));
        assertThat(Tails.normal(-1.959963984540054)).isCloseTo(0.05, within(1e-14));
        assertThat(Tails.student(12.706204736174698, 1)).isCloseTo(0.05, within(1e-14));
        assertThat(Tails.fisher(4.964602743730714, 1, 10)).isCloseTo(0.05, within(1e-12));
        assertThat(Tails.hypergeometric(2, 3, 2, 5)).isCloseTo(0.3, within(1e-14));
        assertThat(Tails.hypergeometric(0, 3, 2, 5)).isEqualTo(1);
    }
}
