package io.mlops4j.testkit;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Dataset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Arranges rows in ways that must not matter. */
final class Rows {

    private Rows() {}

    /** The same rows as a view of more: behind it lie other rows too, and the names of their categories. */
    static Dataset amongOthers(Dataset rows, Dataset others) {
        Iterator<Dataset> parts = List.of(others.columns(rows.schema()), rows).iterator();
        Batches both = new Batches() {
            @Override
            public @Nullable Dataset next() {
                return parts.hasNext() ? parts.next() : null;
            }

            @Override
            public void close() {}
        };
        return Dataset.collect(rows.schema(), both)
                .rows(IntStream.range(others.size(), others.size() + rows.size())
                        .toArray());
    }

    /** All rows but that the first ones come last. */
    static int[] rotated(int size, int first) {
        return IntStream.range(0, size).map(row -> (row + first) % size).toArray();
    }

    /** All rows, the last one first. */
    static int[] backwards(int size) {
        return IntStream.range(0, size).map(row -> size - 1 - row).toArray();
    }
}
