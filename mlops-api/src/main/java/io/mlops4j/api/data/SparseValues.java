package io.mlops4j.api.data;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A block of named numeric features of which a row has few. What a row does not have is absent, which is not the same as an
 * explicit 0.
 */
public final class SparseValues implements Values {

    private final List<String> features;
    /** Row {@code r} owns the entries from {@code starts[r]} to {@code starts[r + 1]}. */
    private final int[] starts;

    private final int[] indices;
    private final double[] values;
    private final RowIndex index;

    private SparseValues(List<String> features, int[] starts, int[] indices, double[] values, RowIndex index) {
        this.features = List.copyOf(features);
        this.starts = starts;
        this.indices = indices;
        this.values = values;
        this.index = index;
    }

    /**
     * Values in compressed rows, whose arrays are not copied.
     *
     * @param features the names of the features of this block
     * @param starts one more than there are rows: where the entries of each row start, then where the last row ends
     * @param indices the feature of each entry, rising within a row
     * @param values the value of each entry
     * @return the values; the caller gives the arrays away and does not change them again
     */
    public static SparseValues wrap(List<String> features, int[] starts, int[] indices, double[] values) {
        return new SparseValues(features, starts, indices, values, RowIndex.all(starts.length - 1));
    }

    /**
     * The names of the features.
     *
     * @return an immutable list, in the order of the indices
     */
    public List<String> features() {
        return features;
    }

    /**
     * Gives the entries of a row to a sink, in rising order of the feature.
     *
     * @param row the row, from 0
     * @param sink takes them
     */
    public void forEach(int row, SparseSink sink) {
        int at = index.at(row);
        for (int entry = starts[at]; entry < starts[at + 1]; entry++) {
            sink.add(indices[entry], values[entry]);
        }
    }

    /**
     * How many entries a row has.
     *
     * @param row the row, from 0
     * @return at least 0
     */
    public int count(int row) {
        int at = index.at(row);
        return starts[at + 1] - starts[at];
    }

    @Override
    public int size() {
        return index.size();
    }

    /** A row without entries is not missing: false for every row. */
    @Override
    public boolean missing(int row) {
        return false;
    }

    @Override
    public @Nullable String text(int row) {
        StringJoiner text = new StringJoiner(" ");
        forEach(
                row,
                (feature, value) -> text.add(value == 1 ? features.get(feature) : features.get(feature) + ":" + value));
        return text.toString();
    }

    @Override
    public SparseValues select(int[] rows) {
        return new SparseValues(features, starts, indices, values, index.select(rows));
    }
}
