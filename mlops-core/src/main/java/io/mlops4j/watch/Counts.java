package io.mlops4j.watch;

import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What one version has met and answered since it became live. Immutable.
 *
 * <p>No count ever falls while the version is live, so what happened in a window is the difference of two of these.
 */
public final class Counts {

    private static final long LONGEST_NANOSECONDS = 3_600_000_000_000L;
    private static final int DIGITS = 2;

    private final long rows;
    private final long failures;
    private final long[][] inputs;
    private final long[] score;
    private final long[] label;
    private final Histogram latency;

    /**
     * Takes over what was counted: nobody may change the arrays and the histogram any more.
     *
     * @param rows how many rows the version was asked to answer
     * @param failures how many of them it could not answer
     * @param inputs for each of the {@link ReferenceBins#inputs()} how many of the rows fell into each bin
     * @param score how many scores of answers fell into each bin; empty if {@link ReferenceBins#score()} is
     * @param label how many answers fell into each bin; empty if {@link ReferenceBins#label()} is
     * @param latency how long each answer took, in nanoseconds; such as {@link #emptyLatency()}
     */
    public Counts(long rows, long failures, long[][] inputs, long[] score, long[] label, Histogram latency) {
        this.rows = rows;
        this.failures = failures;
        this.inputs = inputs;
        this.score = score;
        this.label = label;
        this.latency = latency;
    }

    /**
     * The counts of a version that has met nothing yet.
     *
     * @param reference its bins
     * @return zeros
     */
    public static Counts none(ReferenceBins reference) {
        return new Counts(
                0,
                0,
                reference.inputs().stream().map(bins -> new long[bins.size()]).toArray(long[][]::new),
                new long[reference.score().map(ColumnBins::size).orElse(0)],
                new long[reference.label().map(ColumnBins::size).orElse(0)],
                emptyLatency());
    }

    /**
     * A histogram for latencies that all counts share: nanoseconds up to an hour, two digits.
     *
     * @return a new one, for one thread
     */
    public static Histogram emptyLatency() {
        return new Histogram(LONGEST_NANOSECONDS, DIGITS);
    }

    /**
     * The counts of several parts together, such as those of several threads.
     *
     * @param parts at least one, all of one model
     * @return their sum
     */
    public static Counts sum(List<Counts> parts) {
        Counts first = parts.get(0);
        return parts.stream().skip(1).reduce(first, (left, right) -> left.combine(right, 1));
    }

    /**
     * What was counted after an earlier moment.
     *
     * @param earlier the counts at that moment, of the same version since it became live
     * @return the difference
     */
    public Counts minus(Counts earlier) {
        return combine(earlier, -1);
    }

    private Counts combine(Counts other, int sign) {
        Histogram combined = latency.copy();
        if (sign > 0) {
            combined.add(other.latency);
        } else {
            combined.subtract(other.latency);
        }
        return new Counts(
                rows + sign * other.rows,
                failures + sign * other.failures,
                IntStream.range(0, inputs.length)
                        .mapToObj(i -> combine(inputs[i], other.inputs[i], sign))
                        .toArray(long[][]::new),
                combine(score, other.score, sign),
                combine(label, other.label, sign),
                combined);
    }

    private static long[] combine(long[] left, long[] right, int sign) {
        if (left.length != right.length) {
            throw new IllegalArgumentException("Counts of other bins: " + left.length + " and " + right.length + ".");
        }
        return IntStream.range(0, left.length)
                .mapToLong(i -> left[i] + sign * right[i])
                .toArray();
    }

    /**
     * How many rows the version was asked to answer.
     *
     * @return answered or not
     */
    public long rows() {
        return rows;
    }

    /**
     * How many rows it could not answer.
     *
     * @return at most the rows
     */
    public long failures() {
        return failures;
    }

    /**
     * How many answers it gave.
     *
     * @return the rows without the failures
     */
    public long answers() {
        return rows - failures;
    }

    /**
     * How the values of a column fell into its bins.
     *
     * @param column which of the {@link ReferenceBins#inputs()}
     * @return a copy
     */
    public long[] input(int column) {
        return inputs[column].clone();
    }

    /**
     * How the scores fell into their bins.
     *
     * @return a copy; empty if there are none
     */
    public long[] score() {
        return score.clone();
    }

    /**
     * How the predicted classes fell into their bins.
     *
     * @return a copy; empty if there are none
     */
    public long[] label() {
        return label.clone();
    }

    /**
     * How long a share of the answers took at most.
     *
     * @param share from 0 to 1
     * @return seconds, NaN without answers
     */
    public double latency(double share) {
        return latency.getTotalCount() == 0 ? Double.NaN : latency.getValueAtPercentile(share * 100) / 1e9;
    }
}
