package io.mlops4j.api.data;

import org.jspecify.annotations.Nullable;

/** Categories, held as codes of a dictionary. The dictionary may know names that no row has. */
public final class CategoricalValues implements Values {

    private final int[] codes;
    private final Dictionary dictionary;
    private final RowIndex index;

    private CategoricalValues(int[] codes, Dictionary dictionary, RowIndex index) {
        this.codes = codes;
        this.dictionary = dictionary;
        this.index = index;
    }

    /**
     * Values of an array, which is not copied.
     *
     * @param codes codes of the dictionary, {@link Dictionary#MISSING} for a missing value; the caller gives the array away
     *     and does not change it again
     * @param dictionary the names
     * @return the values
     */
    public static CategoricalValues wrap(int[] codes, Dictionary dictionary) {
        return new CategoricalValues(codes, dictionary, RowIndex.all(codes.length));
    }

    /**
     * The code in a row.
     *
     * @param row the row, from 0
     * @return the code, {@link Dictionary#MISSING} if the value is missing
     */
    public int code(int row) {
        return codes[index.at(row)];
    }

    /**
     * The names behind the codes.
     *
     * @return the dictionary, which may hold more than the rows have
     */
    public Dictionary dictionary() {
        return dictionary;
    }

    /**
     * How often each code occurs.
     *
     * @return one count a code
     */
    public long[] counts() {
        long[] counts = new long[dictionary.size()];
        for (int row = 0; row < size(); row++) {
            int code = code(row);
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public boolean missing(int row) {
        return code(row) < 0;
    }

    @Override
    public @Nullable String text(int row) {
        int code = code(row);
        return code < 0 ? null : dictionary.name(code);
    }

    @Override
    public CategoricalValues select(int[] rows) {
        return new CategoricalValues(codes, dictionary, index.select(rows));
    }
}
