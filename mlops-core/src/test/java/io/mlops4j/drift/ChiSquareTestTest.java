package io.mlops4j.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.monitor.DriftTest.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChiSquareTestTest {

    private final ChiSquareTest test = new ChiSquareTest();

    @Test
    void withoutSparseBinsItIsThatOfTheTextbook() {
        long[] reference = {500, 300, 200};
        long[] current = {40, 35, 25};
        assertThat(test.test(reference, current)).isEqualTo(ContingencyTable.chiSquareTest(reference, current));
    }

    @Test
    void emptyBinsChangeNothing() {
        Result plain = test.test(new long[] {500, 300}, new long[] {40, 60});
        assertThat(test.test(new long[] {0, 500, 0, 300, 0}, new long[] {0, 40, 0, 60, 0}))
                .isEqualTo(plain);
    }

    @Test
    void sparseBinsAreTestedTogether() {
        long[] reference = {500, 300, 15, 15, 15, 15};
        long[] current = {40, 35, 3, 4, 3, 4};
        Result together = ContingencyTable.chiSquareTest(new long[] {500, 300, 60}, new long[] {40, 35, 14});
        assertThat(test.test(reference, current)).isEqualTo(together);
    }

    @Test
    @Tag("T15")
    void whatWasNeverSeenIsTestedExactly() {
        Result result = test.test(new long[] {0, 6000, 4000}, new long[] {3, 118, 79});
        // all three of 10,200 lie among the 200 by chance with this probability
        double exact = 200.0 / 10_200 * 199 / 10_199 * 198 / 10_198;
        assertThat(result.pValue()).isCloseTo(exact / 0.2, within(1e-12));
    }

    @Test
    void aSingleStrayRowIsNoFinding() {
        assertThat(test.test(new long[] {0, 6000, 4000}, new long[] {1, 119, 80})
                        .pValue())
                .isGreaterThan(0.05);
        assertThat(ContingencyTable.chiSquareTest(new long[] {0, 6000, 4000}, new long[] {1, 119, 80})
                        .pValue())
                .as("the textbook's test")
                .isLessThan(1e-8);
    }

    @Test
    void aConstantColumnThatStaysSoIsStable() {
        assertThat(test.test(new long[] {0, 0, 5000, 0}, new long[] {0, 0, 200, 0}))
                .isEqualTo(new Result(0, 1));
        assertThat(test.test(new long[] {0, 0, 5000, 0}, new long[] {0, 0, 0, 200})
                        .pValue())
                .isZero();
    }

    @Test
    void samplesInOtherBinsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test.test(new long[2], new long[3]))
                .withMessageContaining("2 and 3");
    }
}
