package io.mlops4j.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Finds the row of masks of each column, combines them, and adds up the leaves that remain. No branch depends on data. */
final class MaskTablePlan implements Plan {

    private final EnsembleShape shape;
    private final LateWalk walk;
    private final NumericFeature[] numbers;
    private final int[] ends;
    private final Bins[] bins;
    private final int[] numberColumns;
    private final int[] numberStrides;
    private final int[][] cells;
    private final int[] cellColumns;
    /** The rows of all columns, column after column. */
    final long[][] rows;
    /** Where the rows of each column start. */
    private final int[] starts;

    private final int lanes;
    private final long[] leaves;
    private final int[] laneEnds;
    private final long[] bases;

    MaskTablePlan(MaskTable table, EnsembleShape shape, LateWalk walk) {
        this.shape = shape;
        this.walk = walk;
        this.numbers = table.numbers.features;
        this.ends = table.numbers.ends;
        this.bins = table.bins;
        this.numberColumns = new int[numbers.length];
        this.numberStrides = new int[numbers.length];
        this.cells = table.cells;
        this.cellColumns = new int[cells.length];
        this.lanes = table.lanes.size();
        this.leaves = table.lanes.leaves();
        this.laneEnds = table.lanes.ends();
        this.bases = shape.bases();
        List<long[]> all = new ArrayList<>();
        this.starts = new int[table.columns.size()];
        for (int column = 0; column < starts.length; column++) {
            starts[column] = all.size();
            all.addAll(table.columns.get(column).rows);
            for (MaskColumn.Part part : table.columns.get(column).parts) {
                place(part, column);
            }
        }
        this.rows = all.toArray(long[][]::new);
    }

    private void place(MaskColumn.Part part, int column) {
        if (part.number()) {
            numberColumns[part.source()] = column;
            numberStrides[part.source()] = part.stride();
            return;
        }
        cellColumns[part.source()] = column;
        for (int code = 0; code < cells[part.source()].length; code++) {
            cells[part.source()][code] *= cells[part.source()][code] < 0 ? 1 : part.stride();
        }
    }

    @Override
    public Supplier<Workspace> workspaces(InputLayout layout) {
        return () -> new Workspace(bases.length, starts.length, lanes);
    }

    @Override
    public void margins(InputRow row, Workspace work) {
        if (!find(row, work.cells)) {
            walk.get().interpretedMargins(row, work);
            return;
        }
        MaskRows.and(rows, work.cells, work.lanes);
        sum(work);
    }

    /** Finds the row of each column; false if a value is in no table. */
    boolean find(InputRow row, int[] found) {
        System.arraycopy(starts, 0, found, 0, found.length);
        int unknown = 0;
        for (int i = 0; i < cells.length; i++) {
            int cell = cells[i][row.code(i)];
            unknown |= cell;
            found[cellColumns[i]] += cell;
        }
        int feature = 0;
        for (int column = 0; column < ends.length; column++) {
            double number = row.number(column);
            for (; feature < ends[column]; feature++) {
                int bin = bins[feature].find((float) numbers[feature].value(number));
                found[numberColumns[feature]] += bin * numberStrides[feature];
            }
        }
        return unknown >= 0;
    }

    void sum(Workspace work) {
        long[] remaining = work.lanes;
        int lane = 0;
        for (int margin = 0; margin < bases.length; margin++) {
            long sum = bases[margin];
            for (; lane < laneEnds[margin]; lane++) {
                sum += leaves[lane * Lanes.LEAVES + Long.numberOfTrailingZeros(remaining[lane])];
            }
            work.margins[margin] = shape.margin(sum);
        }
    }

    @Override
    public String describe() {
        return "mask table: " + shape.describe() + ", " + starts.length + " columns, "
                + Kilobytes.of(((long) rows.length * lanes + leaves.length) * Long.BYTES);
    }
}
