package io.mlops4j.watch;

import io.mlops4j.api.data.Dictionary;
import java.util.List;

/**
 * The bins of one column, frozen on the reference. Immutable.
 *
 * <p>Bin 0 holds what the reference does not know: categories never seen, numbers below its smallest. Bin 1 holds missing
 * values. Then come the values; the last bin holds numbers above the largest of the reference, or categories too rare to have
 * a bin of their own.
 */
public final class ColumnBins {

    /** The bin of categories that were never seen, and of numbers below the reference. */
    public static final int UNSEEN = 0;

    /** The bin of missing values. */
    public static final int MISSING = 1;

    /** The first bin that holds values of the reference. */
    public static final int FIRST_VALUE = 2;

    private final String column;
    private final List<String> labels;
    private final long[] references;
    /** Where the bins of values begin. */
    private final CutGrid cuts;

    /** For each code, from that of unseen categories on, its bin. */
    private final int[] binOfCode;

    private ColumnBins(String column, List<String> labels, long[] references, double[] cuts, int[] binOfCode) {
        this.column = column;
        this.labels = List.copyOf(labels);
        this.references = references;
        this.cuts = new CutGrid(cuts);
        this.binOfCode = binOfCode;
    }

    /**
     * Bins of numbers.
     *
     * @param cuts where each bin after bin 0 begins, missing values apart: finite, rising, without −0
     */
    static ColumnBins ofNumbers(String column, List<String> labels, long[] references, double[] cuts) {
        return new ColumnBins(column, labels, references, cuts, new int[0]);
    }

    /**
     * Bins of categories.
     *
     * @param binOfCode for each code of the dictionary, after {@link Dictionary#UNSEEN} and {@link Dictionary#MISSING}, its
     *     bin
     */
    static ColumnBins ofCategories(String column, List<String> labels, long[] references, int[] binOfCode) {
        return new ColumnBins(column, labels, references, new double[0], binOfCode);
    }

    /**
     * The column.
     *
     * @return its name
     */
    public String column() {
        return column;
    }

    /**
     * How many bins there are.
     *
     * @return at least 3
     */
    public int size() {
        return references.length;
    }

    /**
     * The bin of a number, or of 0 and 1 for false and true. Makes no object.
     *
     * @param value the number; NaN and infinity count as missing
     * @return its bin
     */
    public int bin(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            return MISSING;
        }
        return binFrom(cuts.count(value + 0.0)); // −0.0 + 0.0 is 0.0: the two zeros share a bin
    }

    /** The bin of a number that reaches so many cuts: missing values have the one after the lowest. */
    static int binFrom(int cuts) {
        return cuts - (-cuts >> (Integer.SIZE - 1));
    }

    /**
     * The bin of a category.
     *
     * @param code its code in the bundle's dictionary of this column, {@link Dictionary#MISSING} or
     *     {@link Dictionary#UNSEEN}
     * @return its bin
     */
    public int bin(int code) {
        return binOfCode[code - Dictionary.UNSEEN];
    }

    CutGrid grid() {
        return cuts;
    }

    /** How many codes have a bin, with the two of unseen and missing categories. */
    int codes() {
        return binOfCode.length;
    }

    /**
     * What a bin holds, for people.
     *
     * @param bin the bin
     * @return an interval, a category, or a word in brackets
     */
    public String label(int bin) {
        return labels.get(bin);
    }

    /**
     * How many values of the reference fell into a bin.
     *
     * @param bin the bin
     * @return the count
     */
    public long reference(int bin) {
        return references[bin];
    }

    /**
     * How many values of the reference fell into each bin.
     *
     * @return a copy
     */
    public long[] references() {
        return references.clone();
    }
}
