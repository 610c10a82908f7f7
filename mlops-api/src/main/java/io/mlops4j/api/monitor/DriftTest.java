package io.mlops4j.api.monitor;

/** A two-sample test on counts in the same bins. Must be a pure function, safe for use by many threads. */
public interface DriftTest {

    /**
     * What it is called.
     *
     * @return for example {@code chi_square}
     */
    String name();

    /**
     * Compares two samples.
     *
     * @param reference how many values of the reference fell into each bin
     * @param current how many values of the window fell into each bin; as many bins
     * @return the result
     */
    Result test(long[] reference, long[] current);

    /**
     * What a test says.
     *
     * @param statistic its statistic; NaN if it cannot be computed
     * @param pValue how probable so large a difference is if both samples are alike, from 0 to 1; NaN if it cannot be computed
     */
    record Result(double statistic, double pValue) {}
}
