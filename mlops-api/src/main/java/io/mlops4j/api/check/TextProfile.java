package io.mlops4j.api.check;

/**
 * What the texts of a column look like; none of them is kept.
 *
 * @param column the column
 * @param rows how many rows there are
 * @param missing how many values are missing
 * @param distinct how many different texts there are
 * @param shortest the length of the shortest in UTF-16 units, 0 if all are missing
 * @param longest the length of the longest in UTF-16 units, 0 if all are missing
 * @param meanLength the mean length in UTF-16 units, NaN if all are missing
 */
public record TextProfile(
        String column, long rows, long missing, long distinct, int shortest, int longest, double meanLength)
        implements ColumnProfile {}
