package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.monitor.DriftTest;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DriftTest} has to do, false alarms included. An implementation inherits the tests:
 *
 * <pre>{@code
 * class MyTestTest extends DriftTestContract {
 *
 *     @Override
 *     protected DriftTest test() {
 *         return new MyTest();
 *     }
 * }
 * }</pre>
 */
public abstract class DriftTestContract {

    private static final double LEVEL = 0.05;
    private static final int WINDOWS = 1000;
    /** Five standard deviations: a sound test fails once in a few million. */
    private static final double MOST = LEVEL + 5 * Math.sqrt(LEVEL * (1 - LEVEL) / WINDOWS);

    /** For subclasses. */
    protected DriftTestContract() {}

    /**
     * The test under test.
     *
     * @return an equal one each time
     */
    protected abstract DriftTest test();

    private static long[] draw(Random random, int values, int bins) {
        long[] counts = new long[bins];
        for (int i = 0; i < values; i++) {
            counts[(int) (bins * Math.pow(random.nextDouble(), 1.5))]++;
        }
        return counts;
    }

    @Test
    void findsNoDifferenceWhereThereIsNone() {
        DriftTest.Result result = test().test(new long[] {100, 200, 700}, new long[] {20, 40, 140});
        assertThat(result.pValue()).isGreaterThan(0.9);
    }

    @Test
    void findsALargeDifference() {
        DriftTest.Result result = test().test(new long[] {1000, 2000, 7000}, new long[] {140, 40, 20});
        assertThat(result.pValue()).isLessThan(1e-6);
    }

    @Test
    void givesAProbabilityWhateverTheCounts() {
        Random random = new Random(1);
        for (int i = 0; i < WINDOWS; i++) {
            int bins = 1 + random.nextInt(20);
            DriftTest.Result result = test().test(
                            draw(random, 1 + random.nextInt(5000), bins), draw(random, 1 + random.nextInt(500), bins));
            if (!Double.isNaN(result.pValue())) {
                assertThat(result.pValue()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    @Tag("T16")
    void saysNothingOfAnEmptySample() {
        assertThat(test().test(new long[] {1, 2}, new long[] {0, 0}).pValue()).isNaN();
        assertThat(test().test(new long[] {0, 0}, new long[] {1, 2}).pValue()).isNaN();
    }

    @Test
    @Tag("T16")
    void findsNoDifferenceInASingleBin() {
        double p = test().test(new long[] {0, 500, 0}, new long[] {0, 200, 0}).pValue();
        assertThat(Double.isNaN(p) || p == 1).as("p " + p).isTrue();
    }

    @Test
    void changesNothingAndGivesTheSameTwice() {
        long[] reference = {500, 300, 200};
        long[] current = {50, 50, 20};
        DriftTest test = test();
        DriftTest.Result once = test.test(reference, current);
        assertThat(test.test(reference, current)).isEqualTo(once);
        assertThat(test().test(reference, current)).isEqualTo(once);
        assertThat(reference).containsExactly(500, 300, 200);
        assertThat(current).containsExactly(50, 50, 20);
    }

    @Test
    void alarmsNoMoreOftenThanItsLevelSays() {
        Random random = new Random(2);
        int alarms = 0;
        for (int window = 0; window < WINDOWS; window++) {
            if (test().test(draw(random, 20_000, 10), draw(random, 500, 10)).pValue() < LEVEL) {
                alarms++;
            }
        }
        assertThat((double) alarms / WINDOWS)
                .as("false alarms at the level " + LEVEL)
                .isLessThanOrEqualTo(MOST);
    }

    @Test
    void hasAWellFormedName() {
        assertThat(test().name()).matches("[a-z][a-z0-9_]*").isEqualTo(test().name());
    }
}
