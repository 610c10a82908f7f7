package io.mlops4j.watch;

import io.mlops4j.predict.Station;
import java.util.List;

/**
 * Where the values of numeric columns are counted. The {@linkplain CutGrid grids} of all columns lie in two arrays, because a
 * row goes through all of them: to follow references from column to column, or to keep an array for each part of a grid at
 * hand, took longer than the arithmetic.
 */
final class NumberSlots {

    /** What stands of each column in the first array before all cells. */
    private static final int INDEX = 0;

    private static final int OFFSET = 1;
    private static final int FIRST_CELL = 2;
    private static final int LAST_CELL = 3;
    private static final int MOST = 4;
    private static final int WIDTH = 5;

    /** What stands of each column in the second array before all cuts. */
    private static final int FROM = 0;

    private static final int CELLS_PER_UNIT = 1;
    private static final int GRID_WIDTH = 2;

    private final int size;
    /** The columns, then for each cell of their grids where in {@link #cuts} the cut is that is to be compared. */
    private final int[] cells;
    /** The grids, then their cuts. */
    private final double[] cuts;

    NumberSlots(List<CountedColumn> columns) {
        size = columns.size();
        int nextCell = size * WIDTH;
        int nextCut = size * GRID_WIDTH;
        cells = new int
                [nextCell
                        + columns.stream()
                                .mapToInt(column -> column.bins().grid().before().length)
                                .sum()];
        cuts = new double
                [nextCut
                        + columns.stream()
                                .mapToInt(column -> column.bins().grid().cuts().length)
                                .sum()];
        for (int i = 0; i < size; i++) {
            CutGrid grid = columns.get(i).bins().grid();
            cells[i * WIDTH + INDEX] = columns.get(i).index();
            cells[i * WIDTH + OFFSET] = columns.get(i).offset() - nextCut;
            cells[i * WIDTH + FIRST_CELL] = nextCell;
            cells[i * WIDTH + LAST_CELL] = grid.lastCell();
            cells[i * WIDTH + MOST] = grid.most();
            cuts[i * GRID_WIDTH + FROM] = grid.from();
            cuts[i * GRID_WIDTH + CELLS_PER_UNIT] = grid.cellsPerUnit();
            for (int before : grid.before()) {
                cells[nextCell++] = nextCut + before;
            }
            for (double cut : grid.cuts()) {
                cuts[nextCut++] = cut;
            }
        }
    }

    /** How many columns there are. */
    int size() {
        return size;
    }

    /** Finds where the row that a station shows is to be counted: one slot a column, from the first place on. */
    void find(Station<?> station, int[] slots) {
        for (int i = 0; i < size; i++) {
            slots[i] = slot(i, station.number(cells[i * WIDTH + INDEX]));
        }
    }

    private int slot(int column, double value) {
        int header = column * WIDTH;
        int first = cells[header + FIRST_CELL];
        int start = cells[first];
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            return cells[header + OFFSET] + start + ColumnBins.MISSING;
        }
        double number = value + 0.0;
        double units = number - cuts[column * GRID_WIDTH + FROM];
        int cell = (int) (units * cuts[column * GRID_WIDTH + CELLS_PER_UNIT]);
        int cut = cells[first + Math.max(0, Math.min(cells[header + LAST_CELL], cell))];
        int found = cut + CutGrid.reaches(number, cuts[cut]);
        int most = cells[header + MOST];
        if (most > 1) { // a loop costs more than what it does, where it is left at once
            found += more(number, cut + 1, cut + most);
        }
        return cells[header + OFFSET] + found - ((start - found) >> (Integer.SIZE - 1));
    }

    private int more(double number, int from, int end) {
        int reached = 0;
        for (int cut = from; cut < end; cut++) {
            reached += CutGrid.reaches(number, cuts[cut]);
        }
        return reached;
    }
}
