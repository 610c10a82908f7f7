package io.mlops4j.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The columns of one kind that are counted: as many as possible share a table with another one.
 *
 * @param columns first those that share, each before or after its partner, then those that are alone
 * @param pairs how many tables are shared
 * @param end where the last table ends
 */
record CountedColumns(List<CountedColumn> columns, int pairs, int end) {

    /** A larger table would push more useful things out of the processor's cache than an increment is worth. */
    private static final int MOST_CELLS = 1024;

    /**
     * Gives columns their tables.
     *
     * @param seen their bins and by which index a station knows each
     * @param from where the first table may begin
     */
    static CountedColumns of(List<SeenBins> seen, int from) {
        Deque<SeenBins> smallestFirst = new ArrayDeque<>(seen.stream()
                .sorted(Comparator.comparingInt(column -> column.bins().size()))
                .toList());
        List<CountedColumn> paired = new ArrayList<>();
        List<CountedColumn> alone = new ArrayList<>();
        int next = from;
        while (!smallestFirst.isEmpty()) {
            SeenBins largest = smallestFirst.removeLast();
            int size = largest.bins().size();
            SeenBins smallest = smallestFirst.peekFirst();
            if (smallest != null && size * smallest.bins().size() <= MOST_CELLS) {
                smallestFirst.removeFirst();
                int other = smallest.bins().size();
                paired.add(largest.on(Axis.outer(next, size, other)));
                paired.add(smallest.on(Axis.inner(next, size, other)));
                next += size * other;
            } else {
                alone.add(largest.on(Axis.alone(next, size)));
                next += size;
            }
        }
        int pairs = paired.size() / 2;
        paired.addAll(alone);
        return new CountedColumns(List.copyOf(paired), pairs, next);
    }

    /** In how many places a row is counted. */
    int places() {
        return columns.size() - pairs;
    }

    /**
     * Bins, and where their values are seen.
     *
     * @param bins the bins of a column
     * @param index by which a station knows it
     */
    record SeenBins(ColumnBins bins, int index) {

        private CountedColumn on(Axis axis) {
            return new CountedColumn(bins, index, axis);
        }
    }
}
