package io.mlops4j.monitor;

import io.mlops4j.api.monitor.DriftTest;
import io.mlops4j.drift.ChiSquareTest;
import io.mlops4j.drift.ContingencyTable;
import java.util.function.BiFunction;

/** Two-sample tests that can decide whether a column has moved. A test of the user's own is one too. */
public final class DriftTests {

    private DriftTests() {}

    /**
     * Pearson's chi-square test, made safe for bins that hold next to nothing: what a monitor uses unless told otherwise.
     *
     * @return the test
     */
    public static DriftTest chiSquare() {
        return new ChiSquareTest();
    }

    /**
     * Pearson's chi-square test as it stands in textbooks. A single value in a bin that the reference hardly knows can make it
     * significant.
     *
     * @return the test
     */
    public static DriftTest plainChiSquare() {
        return new Named("plain_chi_square", ContingencyTable::chiSquareTest);
    }

    /**
     * The likelihood-ratio test (G test) as it stands in textbooks.
     *
     * @return the test
     */
    public static DriftTest likelihoodRatio() {
        return new Named("likelihood_ratio", ContingencyTable::likelihoodRatioTest);
    }

    private record Named(String name, BiFunction<long[], long[], Result> function) implements DriftTest {

        @Override
        public Result test(long[] reference, long[] current) {
            if (reference.length != current.length) {
                throw new IllegalArgumentException("Two samples are compared in the same bins, not in "
                        + reference.length + " and " + current.length + ".");
            }
            return function.apply(reference, current);
        }
    }
}
