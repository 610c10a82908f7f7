package io.mlops4j.api.data;

import org.jspecify.annotations.Nullable;

/** Free text; a missing one is null. */
public final class TextValues implements Values {

    private final @Nullable String[] values;
    private final RowIndex index;

    private TextValues(@Nullable String[] values, RowIndex index) {
        this.values = values;
        this.index = index;
    }

    /**
     * Values of an array, which is not copied.
     *
     * @param values the texts, null for a missing one; the caller gives the array away and does not change it again
     * @return the values
     */
    public static TextValues wrap(@Nullable String[] values) {
        return new TextValues(values, RowIndex.all(values.length));
    }

    @Override
    public int size() {
        return index.size();
    }

    @Override
    public boolean missing(int row) {
        return text(row) == null;
    }

    @Override
    public @Nullable String text(int row) {
        return values[index.at(row)];
    }

    @Override
    public TextValues select(int[] rows) {
        return new TextValues(values, index.select(rows));
    }
}
