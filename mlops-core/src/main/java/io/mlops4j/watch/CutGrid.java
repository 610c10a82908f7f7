package io.mlops4j.watch;

/**
 * Finds how many cuts lie at or below a number by one multiplication and a comparison or two. An even grid lies over the
 * cuts; since a larger number never has an earlier cell, all cuts of earlier cells are below, and only those of the same cell
 * are compared. Exact, whatever the rounding of the cell.
 */
final class CutGrid {

    private static final int SMALLEST = 64;
    private static final int LARGEST = 1024;

    private final double[] cuts;
    private final double from;
    private final double cellsPerUnit;
    private final int last;
    /** For each cell how many cuts lie in the cells before it. */
    private final int[] before;
    /** How many cuts the fullest cell has. */
    private final int most;

    /**
     * A grid over cuts.
     *
     * @param cuts rising and finite
     */
    CutGrid(double[] cuts) {
        int cells = SMALLEST;
        CutGrid finer = new CutGrid(cuts, cells);
        while (finer.most > 1 && cells < LARGEST) {
            cells *= 2;
            finer = new CutGrid(cuts, cells);
        }
        this.cuts = finer.cuts;
        this.from = finer.from;
        this.cellsPerUnit = finer.cellsPerUnit;
        this.last = finer.last;
        this.before = finer.before;
        this.most = finer.most;
    }

    private CutGrid(double[] cuts, int cells) {
        last = cells - 1;
        from = cuts.length == 0 ? 0 : cuts[0];
        double width = cuts.length == 0 ? 0 : cuts[cuts.length - 1] - from;
        double scale = last / width;
        cellsPerUnit = width > 0 && Math.abs(scale) <= Double.MAX_VALUE ? scale : 0;
        before = new int[cells];
        int fullest = 1;
        int at = 0;
        for (int cell = 0; cell < cells; cell++) {
            before[cell] = at;
            while (at < cuts.length && cell(cuts[at]) == cell) {
                at++;
            }
            fullest = Math.max(fullest, at - before[cell]);
        }
        most = fullest;
        // no number reaches what is compared beyond the last cut
        this.cuts = java.util.Arrays.copyOf(cuts, cuts.length + most);
        java.util.Arrays.fill(this.cuts, cuts.length, this.cuts.length, Double.POSITIVE_INFINITY);
    }

    double from() {
        return from;
    }

    double cellsPerUnit() {
        return cellsPerUnit;
    }

    /** How many cells there are. */
    int cells() {
        return before.length;
    }

    /** How many cuts lie in earlier cells. */
    int before(int cell) {
        return before[cell];
    }

    /** How many cuts lie in a cell. */
    int inside(int cell) {
        int end = cell == last ? cuts.length - most : before[cell + 1];
        return end - before[cell];
    }

    /** A cut; after the last one stands a number that none reaches. */
    double cut(int index) {
        return cuts[index];
    }

    private int cell(double number) {
        return Math.max(0, Math.min(last, (int) ((number - from) * cellsPerUnit)));
    }

    /** How many cuts are at most a finite number. */
    int count(double number) {
        int at = before[cell(number)];
        int found = at;
        for (int i = 0; i < most; i++) {
            found += reaches(number, cuts[at + i]);
        }
        return found;
    }

    /** 1 if a number is at least as large as a cut, else 0: by the sign of the difference, so no branch depends on it. */
    static int reaches(double number, double cut) {
        return 1 + (int) (Double.doubleToRawLongBits(number - cut) >> (Long.SIZE - 1));
    }
}
