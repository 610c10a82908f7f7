package io.mlops4j.api.check;

import java.util.List;

/**
 * How the finite numbers of a column fall into bins. A value lies in the bin of the last edge that is not above it, and in
 * the first bin if it is below all of them.
 *
 * @param edges where the second and every further bin begins; finite and rising
 * @param counts how many values fell into each bin, one more than edges
 */
public record NumericBins(List<Double> edges, List<Long> counts) {

    /** Copies the lists and checks them. */
    public NumericBins {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        if (counts.size() != edges.size() + 1) {
            throw new IllegalArgumentException(
                    edges.size() + " edges make " + (edges.size() + 1) + " bins, not " + counts.size() + ".");
        }
        for (int i = 0; i < edges.size(); i++) {
            if (!Double.isFinite(edges.get(i)) || (i > 0 && !(edges.get(i - 1) < edges.get(i)))) {
                throw new IllegalArgumentException("Edges of bins are finite and rising, not " + edges + ".");
            }
        }
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("A bin holds no less than nothing: " + counts + ".");
        }
    }

    /**
     * How many values there are.
     *
     * @return the sum of the counts
     */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
