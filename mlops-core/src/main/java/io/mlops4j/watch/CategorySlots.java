package io.mlops4j.watch;

import io.mlops4j.api.data.Dictionary;
import io.mlops4j.predict.Station;
import java.util.List;

/** Where the values of categorical columns are counted: of all columns in one array, one entry a code. */
final class CategorySlots {

    private final int[] indices;
    /** Where the entry of the first code of each column is. */
    private final int[] starts;

    private final int[] slots;

    CategorySlots(List<CountedColumn> columns) {
        this.indices = columns.stream().mapToInt(CountedColumn::index).toArray();
        this.starts = new int[indices.length];
        int size = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = size - Dictionary.UNSEEN;
            size += columns.get(i).bins().codes();
        }
        this.slots = new int[size];
        for (int i = 0; i < starts.length; i++) {
            CountedColumn column = columns.get(i);
            for (int code = Dictionary.UNSEEN; code < column.bins().codes() + Dictionary.UNSEEN; code++) {
                slots[starts[i] + code] = column.offset() + column.bins().bin(code);
            }
        }
    }

    /** How many columns there are. */
    int size() {
        return indices.length;
    }

    /** Finds where the row that a station shows is to be counted: one slot a column, from a place on. */
    void find(Station<?> station, int[] places, int from) {
        for (int i = 0; i < indices.length; i++) {
            places[from + i] = slots[starts[i] + station.code(indices[i])];
        }
    }
}
