package io.mlops4j.check;

import io.mlops4j.api.check.NumericBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses the bins on which later values are compared with these.
 *
 * <ul>
 *   <li>Few different values get one bin each.
 *   <li>Otherwise the bins are those between the nine deciles.
 *   <li>Unless single values are so frequent that deciles coincide: each value with more than a tenth of the mass gets a bin
 *       of its own, and the rest is divided by its own quantiles into as many bins as it has tenths of the mass, rounded up,
 *       but at least three. Without this, a column that is mostly 0 would be a single bin, in which nothing ever moves.
 *   <li>A bin that would be empty is joined with the one below it.
 * </ul>
 */
final class Binning {

    /** So many different values still get a bin each. */
    static final int FEW = 20;

    private static final int TENTHS = 10;
    private static final int FEWEST_OF_REST = 3;

    private Binning() {}

    static NumericBins ofSorted(double[] sorted) {
        if (sorted.length == 0) {
            return new NumericBins(List.of(), List.of(0L));
        }
        List<Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        int before = 0;
        for (double edge : edges(sorted)) {
            int below = lower(sorted, edge, before);
            if (below > before) {
                edges.add(edge);
                counts.add((long) below - before);
                before = below;
            } else if (!edges.isEmpty()) {
                // nothing lies between this edge and the one before, which therefore need not be there
                edges.set(edges.size() - 1, edge);
            }
        }
        counts.add((long) sorted.length - before);
        return new NumericBins(edges, counts);
    }

    private static double[] edges(double[] sorted) {
        double[] first = firstValues(sorted);
        if (first.length <= FEW) {
            return Arrays.copyOfRange(first, 1, first.length);
        }
        TreeSet<Double> edges = new TreeSet<>();
        double[] rest = sorted;
        int next;
        for (int from = 0; from < sorted.length; from = next) {
            double value = sorted[from];
            next = lower(sorted, Math.nextUp(value), from);
            if ((long) TENTHS * (next - from) > sorted.length) {
                rest = Arrays.stream(rest).filter(other -> other != value).toArray();
                edges.add(value);
                if (next < sorted.length) {
                    edges.add(sorted[next]);
                }
            }
        }
        long tenths = ((long) TENTHS * rest.length + sorted.length - 1) / sorted.length;
        int bins = rest.length == sorted.length ? TENTHS : (int) Math.max(FEWEST_OF_REST, tenths);
        double[] levels =
                IntStream.range(1, bins).mapToDouble(i -> (double) i / bins).toArray();
        Arrays.stream(Quantiles.edges(rest, levels)).forEach(edges::add);
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The different values from the smallest up, as long as they are few; one more than few if they are not. */
    private static double[] firstValues(double[] sorted) {
        double[] found = new double[FEW + 1];
        int count = 0;
        for (int at = 0; at < sorted.length && count <= FEW; at = lower(sorted, Math.nextUp(sorted[at]), at)) {
            found[count++] = sorted[at];
        }
        return Arrays.copyOf(found, count);
    }

    /** How many values are less than a bound, of which none lies before a place. */
    private static int lower(double[] sorted, double bound, int from) {
        int low = from;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
