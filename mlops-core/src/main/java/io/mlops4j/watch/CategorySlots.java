package io.mlops4j.watch;

import io.mlops4j.api.data.Dictionary;
import io.mlops4j.predict.Station;

/** Where the values of categorical columns are counted: of all columns in one array, one entry a code. */
final class CategorySlots {

    private final int size;
    private final int paired;
    private final int places;
    private final int[] indices;
    /** Where the entry of the first code of each column is. */
    private final int[] starts;

    private final int[] parts;

    CategorySlots(CountedColumns counted) {
        this.size = counted.columns().size();
        this.paired = 2 * counted.pairs();
        this.places = counted.places();
        this.indices = counted.columns().stream().mapToInt(CountedColumn::index).toArray();
        this.starts = new int[size];
        int next = 0;
        for (int i = 0; i < size; i++) {
            starts[i] = next - Dictionary.UNSEEN;
            next += counted.columns().get(i).bins().codes();
        }
        this.parts = new int[next];
        for (int i = 0; i < size; i++) {
            CountedColumn column = counted.columns().get(i);
            for (int code = Dictionary.UNSEEN; code < column.bins().codes() + Dictionary.UNSEEN; code++) {
                parts[starts[i] + code] = column.part(column.bins().bin(code));
            }
        }
    }

    /** In how many places a row is counted. */
    int places() {
        return places;
    }

    /** Finds where the row that a station shows is to be counted, from a place on. */
    void find(Station<?> station, int[] slots, int from) {
        int next = from;
        for (int i = 0; i < paired; i += 2) {
            slots[next++] = part(station, i) + part(station, i + 1);
        }
        for (int i = paired; i < size; i++) {
            slots[next++] = part(station, i);
        }
    }

    private int part(Station<?> station, int column) {
        return parts[starts[column] + station.code(indices[column])];
    }
}
