package io.mlops4j.watch;

/** Is told how good answers were, whenever a truth is told, late or corrected. */
@FunctionalInterface
public interface OutcomeListener {

    /**
     * A truth was joined with its answer. Called once for each truth that tells something new (neither for duplicates nor for
     * unknown or expired answers), by the thread that told it, and so that two calls for one answer never overlap. Must be
     * quick; what it throws is the caller's to isolate.
     *
     * @param id the number of the answer
     * @param version the version that gave it
     * @param error 0 or 1 for a right or wrong class, the absolute error of a number
     * @param previousError the error by the truth that this one replaces, NaN if there was none
     */
    void outcome(long id, int version, double error, double previousError);
}
