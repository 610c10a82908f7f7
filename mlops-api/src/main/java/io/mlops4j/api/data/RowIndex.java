package io.mlops4j.api.data;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps the rows of a view onto the rows of the array behind it. */
final class RowIndex {

    private final int @Nullable [] rows;
    private final int size;

    private RowIndex(int @Nullable [] rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    static RowIndex all(int size) {
        return new RowIndex(null, size);
    }

    /** The first selection shares the given array, so that all columns of a view have one; it is not changed again. */
    RowIndex select(int[] selected) {
        if (rows == null) {
            for (int row : selected) {
                Objects.checkIndex(row, size);
            }
            return new RowIndex(selected, selected.length);
        }
        int[] mapped = new int[selected.length];
        for (int i = 0; i < selected.length; i++) {
            mapped[i] = at(selected[i]);
        }
        return new RowIndex(mapped, mapped.length);
    }

    int at(int row) {
        if (rows != null) {
            return rows[row];
        }
        return Objects.checkIndex(row, size);
    }

    int size() {
        return size;
    }
}
