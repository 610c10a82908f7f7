package io.mlops4j.watch;

/**
 * A column of the input that is counted.
 *
 * @param bins its bins
 * @param index by which a station knows it
 * @param offset where its counts begin
 */
record CountedColumn(ColumnBins bins, int index, int offset) {}
