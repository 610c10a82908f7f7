package io.mlops4j.watch;

import io.mlops4j.predict.Station;
import java.util.List;

/**
 * Where the values of numeric columns are counted. For each cell of each {@linkplain CutGrid grid} it is written down what a
 * number below the cell's cut adds, and what one from the cut on does. All of that lies in two arrays, because a row goes
 * through all columns: to follow references from column to column took longer than the arithmetic.
 */
final class NumberSlots {

    /** What stands of each column in the first array before all cells. */
    private static final int INDEX = 0;

    private static final int FIRST_CELL = 1;
    private static final int LAST_CELL = 2;
    private static final int MISSING = 3;
    private static final int WIDTH = 4;

    /** What stands of each column in the second array before all cells. */
    private static final int FROM = 0;

    private static final int CELLS_PER_UNIT = 1;
    private static final int GRID_WIDTH = 2;

    /** In the place of what is added: the cell has several cuts, so the bins are asked. */
    private static final int SEARCH = -1;

    private final List<CountedColumn> columns;
    private final int size;
    private final int paired;
    private final int places;
    /** The columns, then for each cell what a number adds from its cut on, and what below. Twice as long as {@link #cuts}. */
    private final int[] parts;
    /** The grids, then the first cut of each cell, or of a later one. */
    private final double[] cuts;

    NumberSlots(CountedColumns counted) {
        columns = counted.columns();
        size = columns.size();
        paired = 2 * counted.pairs();
        places = counted.places();
        int cells = columns.stream()
                .mapToInt(column -> column.bins().grid().cells())
                .sum();
        cuts = new double[size * GRID_WIDTH + cells];
        parts = new int[2 * cuts.length];
        int next = size * GRID_WIDTH;
        for (int i = 0; i < size; i++) {
            CountedColumn column = columns.get(i);
            CutGrid grid = column.bins().grid();
            parts[i * WIDTH + INDEX] = column.index();
            parts[i * WIDTH + FIRST_CELL] = next;
            parts[i * WIDTH + LAST_CELL] = grid.cells() - 1;
            parts[i * WIDTH + MISSING] = column.part(ColumnBins.MISSING);
            cuts[i * GRID_WIDTH + FROM] = grid.from();
            cuts[i * GRID_WIDTH + CELLS_PER_UNIT] = grid.cellsPerUnit();
            for (int cell = 0; cell < grid.cells(); cell++) {
                int before = grid.before(cell);
                cuts[next] = grid.cut(before);
                parts[2 * next] = grid.inside(cell) > 1 ? SEARCH : column.part(ColumnBins.binFrom(before + 1));
                parts[2 * next + 1] = column.part(ColumnBins.binFrom(before));
                next++;
            }
        }
    }

    /** In how many places a row is counted. */
    int places() {
        return places;
    }

    /** Finds where the row that a station shows is to be counted, from a place on. */
    void find(Station<?> station, int[] slots, int from) {
        int next = from;
        for (int i = 0; i < paired; i += 2) {
            slots[next++] = part(station, i) + part(station, i + 1);
        }
        for (int i = paired; i < size; i++) {
            slots[next++] = part(station, i);
        }
    }

    private int part(Station<?> station, int column) {
        int header = column * WIDTH;
        double value = station.number(parts[header + INDEX]);
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            return parts[header + MISSING];
        }
        double number = value + 0.0; // the two zeros share a bin
        double units = number - cuts[column * GRID_WIDTH + FROM];
        int inGrid = (int) (units * cuts[column * GRID_WIDTH + CELLS_PER_UNIT]);
        int cell = parts[header + FIRST_CELL] + Math.max(0, Math.min(parts[header + LAST_CELL], inGrid));
        int part = parts[2 * cell + 1 - CutGrid.reaches(number, cuts[cell])];
        return part == SEARCH ? searched(column, number) : part;
    }

    private int searched(int column, double number) {
        CountedColumn counted = columns.get(column);
        return counted.part(counted.bins().bin(number));
    }
}
