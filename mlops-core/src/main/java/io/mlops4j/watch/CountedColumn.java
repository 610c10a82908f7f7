package io.mlops4j.watch;

/**
 * A column of the input that is counted.
 *
 * @param bins its bins
 * @param index by which a station knows it
 * @param axis where its bins are counted
 */
record CountedColumn(ColumnBins bins, int index, Axis axis) {

    /** What a bin of this column adds to where the row is counted. */
    int part(int bin) {
        return axis.part(bin);
    }
}
