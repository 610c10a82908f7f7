package io.mlops4j.api.monitor;

import java.util.List;

/**
 * How the values of one column in a window compare with the reference.
 *
 * @param column the column; the answers are {@code (score)} and {@code (label)}
 * @param state what follows
 * @param psi the population stability index, the size of the difference; NaN if there is not enough data
 * @param statistic the statistic of the two-sample test; NaN if there is not enough data
 * @param pValue its p-value; NaN if there is not enough data
 * @param adjustedPValue the p-value corrected for the number of columns (Benjamini and Hochberg); NaN if there is not enough
 *     data
 * @param bins how the values fall into the bins that were frozen on the reference
 */
public record ColumnDrift(
        String column,
        State state,
        double psi,
        double statistic,
        double pValue,
        double adjustedPValue,
        List<BinCount> bins) {

    /** What the numbers say. */
    public enum State {
        /** Nothing speaks for a difference. */
        STABLE,
        /** Both the size of the difference and the test say that the values have moved. */
        DRIFTED,
        /** Nothing can be said yet, which is not the same as stable. */
        NOT_ENOUGH_DATA
    }

    /** Copies the list. */
    public ColumnDrift {
        bins = List.copyOf(bins);
    }

    @Override
    public String toString() {
        return state == State.NOT_ENOUGH_DATA
                ? column + ": not enough data"
                : String.format(
                        java.util.Locale.ROOT,
                        "%s: %s, PSI %.3f, p %.2g",
                        column,
                        state == State.DRIFTED ? "drifted" : "stable",
                        psi,
                        adjustedPValue);
    }
}
