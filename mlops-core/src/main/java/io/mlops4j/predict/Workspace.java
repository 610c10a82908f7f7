package io.mlops4j.predict;

/** What a plan needs while it computes one row: made once, used again, by one thread at a time. */
final class Workspace {

    /** The result of a plan. */
    final double[] margins;

    /** Of a linear model, each margin of a row as usual; empty if no row can be. Nobody writes into it. */
    final UsualSum[] usual;

    /** Negative if a category of the row is missing or was never seen; written by {@link UsualSum}. */
    int signs;

    /** Where a row falls in each table. */
    final int[] cells;

    /** One word a tree. */
    final long[] lanes;

    /** The features of a row that has to be interpreted. */
    final FeatureList features = new FeatureList();

    private int[] keys = {};

    Workspace(int margins, UsualSum... usual) {
        this(margins, 0, 0, usual);
    }

    Workspace(int margins, int cells, int lanes) {
        this(margins, cells, lanes, new UsualSum[0]);
    }

    private Workspace(int margins, int cells, int lanes, UsualSum[] usual) {
        this.usual = usual;
        this.margins = new double[margins];
        this.cells = new int[cells];
        this.lanes = new long[lanes];
    }

    /**
     * The features that trees compare, as ordered integers. Made when they are first wanted: a table needs none.
     *
     * @param size how many, the same each time
     */
    int[] keys(int size) {
        if (keys.length != size) {
            keys = new int[size];
        }
        return keys;
    }
}
