package io.mlops4j.drift;

import io.mlops4j.api.monitor.DriftTest;
import java.util.Arrays;

/**
 * Pearson's chi-square test of homogeneity on two rows of counts, made safe for bins that hold next to nothing.
 *
 * <p>The distribution of the statistic is that of chi-square only if no expected count is small. Bins of which fewer than
 * five are expected in the smaller sample are therefore taken together: all counts of a fixed total, so the choice does not
 * depend on which sample they came from. If even together fewer than five are expected, as for categories that the reference
 * does not know, then their share is tested exactly (Fisher), upwards in the current sample only, and the two results, which
 * are independent given the total of those bins, share the level: four fifths for the other bins, one fifth for these. So a
 * category that was never seen is found in a window of any size, and no single stray row raises an alarm more often than the
 * level says.
 */
public final class ChiSquareTest implements DriftTest {

    private static final double FEWEST = 5;
    private static final double SHARE_OF_SPARSE = 0.2;

    /** The test, which has no settings. */
    public ChiSquareTest() {}

    @Override
    public String name() {
        return "chi_square";
    }

    @Override
    public Result test(long[] reference, long[] current) {
        Counted counted = Counted.of(reference, current);
        if (counted.references == 0 || counted.currents == 0) {
            return new Result(Double.NaN, Double.NaN);
        }
        long[] dense = new long[reference.length + 1];
        long[] denseCurrent = new long[reference.length + 1];
        int bins = 0;
        long sparse = 0;
        long sparseCurrent = 0;
        for (int i = 0; i < reference.length; i++) {
            if (counted.expected(reference[i] + current[i]) < FEWEST) {
                sparse += reference[i];
                sparseCurrent += current[i];
            } else {
                dense[bins] = reference[i];
                denseCurrent[bins++] = current[i];
            }
        }
        long together = sparse + sparseCurrent;
        boolean tooSparse = together > 0 && counted.expected(together) < FEWEST && bins > 0;
        if (together > 0 && !tooSparse) {
            dense[bins] = sparse;
            denseCurrent[bins++] = sparseCurrent;
        }
        double statistic = ContingencyTable.chiSquare(dense, denseCurrent);
        double p = bins < 2 ? 1 : Tails.chiSquare(statistic, bins - 1);
        if (tooSparse) {
            double exact = Tails.hypergeometric(
                    sparseCurrent, counted.currents, together, counted.references + counted.currents);
            p = Math.min(1, Math.min(p / (1 - SHARE_OF_SPARSE), exact / SHARE_OF_SPARSE));
            dense[bins] = sparse;
            denseCurrent[bins] = sparseCurrent;
            statistic = ContingencyTable.chiSquare(dense, denseCurrent);
        }
        return new Result(statistic, p);
    }

    private record Counted(long references, long currents) {

        static Counted of(long[] reference, long[] current) {
            if (reference.length != current.length) {
                throw new IllegalArgumentException("Two samples are compared in the same bins, not in "
                        + reference.length + " and " + current.length + ".");
            }
            return new Counted(
                    Arrays.stream(reference).sum(), Arrays.stream(current).sum());
        }

        /** How many of so many values would lie in the smaller sample. */
        double expected(long values) {
            return (double) values * Math.min(references, currents) / ((double) references + currents);
        }
    }
}
