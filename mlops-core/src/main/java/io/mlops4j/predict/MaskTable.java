package io.mlops4j.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Builds the rows of masks for all columns, small columns merged.
 *
 * <p>Number each tree's leaves from left to right. A split that sends a row right rules out the leaves on its left. For
 * every bin of a number and every category the masks of all splits that it decides are combined beforehand, one word a
 * tree; the combination over all columns leaves the leaf that the row reaches as the lowest bit.
 */
final class MaskTable {

    /** Merged columns have at most so many rows: the table should stay in the second-level cache. */
    static final int MERGED = 256;

    final NumericColumns numbers;
    final Bins[] bins;
    /** The cell of each code of each categorical column, −1 where only the row can tell. */
    final int[][] cells;

    final List<MaskColumn> columns = new ArrayList<>();
    final Lanes lanes;

    private MaskTable(NumericColumns numbers, Bins[] bins, int[][] cells, Lanes lanes) {
        this.numbers = numbers;
        this.bins = bins;
        this.cells = cells;
        this.lanes = lanes;
    }

    /**
     * Builds a table.
     *
     * @param limit the most bytes that its rows may take
     * @return the table, or empty if a tree has too many leaves, the rows would be too large, or no column is read at all
     */
    static Optional<MaskTable> of(Preparation preparation, EnsembleShape shape, TestedFeatures tested, long limit) {
        if (!shape.ensemble().trees().stream().allMatch(Lanes::fit)) {
            return Optional.empty();
        }
        Lanes lanes = new Lanes(shape);
        TreeSplits splits = new TreeSplits(lanes, preparation.features());
        NumericColumns numbers = new NumericColumns(preparation, tested::contains);
        List<PreparedColumn> categories = preparation.categories();
        Bins[] bins = Arrays.stream(numbers.features)
                .map(number -> new Bins(splits.keys(number.feature())))
                .toArray(Bins[]::new);
        long rows = Arrays.stream(bins).mapToLong(Bins::count).sum()
                + categories.stream()
                        .mapToLong(column -> column.input().dictionary().size() + 1L)
                        .sum();
        if (rows * lanes.size() * Long.BYTES > limit) {
            return Optional.empty();
        }
        MaskTable table = new MaskTable(numbers, bins, new int[categories.size()][], lanes);
        for (int i = 0; i < bins.length; i++) {
            table.columns.add(MaskColumn.ofNumber(i, numbers.features[i].feature(), bins[i], splits));
        }
        for (int i = 0; i < table.cells.length; i++) {
            CategoryFeatures known = new CategoryFeatures(categories.get(i));
            table.cells[i] = new int[known.size()];
            CategoryRows masks = new CategoryRows(lanes, splits, tested.of(categories.get(i)), known.size());
            table.columns.add(MaskColumn.ofCategory(i, known, masks, table.cells[i]));
        }
        if (table.columns.isEmpty()) {
            return Optional.empty();
        }
        table.merge();
        return Optional.of(table);
    }

    /** Merges the two smallest columns as long as that gives a small one. */
    private void merge() {
        columns.sort(Comparator.comparingInt(MaskColumn::size));
        while (columns.size() > 1 && columns.get(0).size() * columns.get(1).size() <= MERGED) {
            columns.add(columns.remove(0).merge(columns.remove(0)));
            columns.sort(Comparator.comparingInt(MaskColumn::size));
        }
    }
}
