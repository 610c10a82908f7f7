package io.mlops4j.predict;

/** What a plan writes into while it computes one row: made once, used again, by one thread at a time. */
final class Workspace {

    /** The result of a plan. */
    final double[] margins;

    /** Where a row falls in each table. */
    final int[] cells;

    /** One word a tree. */
    final long[] lanes;

    /** The features that trees compare, as ordered integers. */
    final int[] keys;

    /** The features of a row that has to be interpreted. */
    final FeatureList features = new FeatureList();

    Workspace(int margins, int cells, int lanes, int keys) {
        this.margins = new double[margins];
        this.cells = new int[cells];
        this.lanes = new long[lanes];
        this.keys = new int[keys];
    }
}
