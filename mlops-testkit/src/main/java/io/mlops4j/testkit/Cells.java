package io.mlops4j.testkit;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.TimestampValues;
import io.mlops4j.api.data.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single values, compared bit by bit and by name, whatever codes and views lie behind them. */
final class Cells {

    private Cells() {}

    /**
     * What stands in a row: a number, nanoseconds, a name, or the entries of a sparse row by name; null if it is
     * missing.
     */
    static @Nullable Object at(Values values, int row) {
        if (values.missing(row)) {
            return null;
        } else if (values instanceof NumericValues numbers) {
            return numbers.get(row);
        } else if (values instanceof TimestampValues times) {
            return times.nanos(row);
        } else if (values instanceof SparseValues sparse) {
            Map<String, Double> entries = new LinkedHashMap<>();
            sparse.forEach(
                    row, (feature, value) -> entries.put(sparse.features().get(feature), value));
            return entries;
        }
        return values.text(row);
    }

    /** The first place where two data sets differ, or empty if they have the same content. */
    static Optional<String> difference(Dataset expected, Dataset actual) {
        if (!shape(expected).equals(shape(actual))) {
            return Optional.of("the columns are " + shape(actual) + ", not " + shape(expected));
        }
        if (expected.size() != actual.size()) {
            return Optional.of("there are " + actual.size() + " rows, not " + expected.size());
        }
        for (int column = 0; column < expected.schema().size(); column++) {
            for (int row = 0; row < expected.size(); row++) {
                Object wanted = at(expected.values(column), row);
                Object found = at(actual.values(column), row);
                if (!Objects.equals(wanted, found)) {
                    return Optional.of(
                            "column '" + expected.schema().columns().get(column).name() + "', row " + row + " has "
                                    + show(found) + ", not " + show(wanted));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> shape(Dataset data) {
        return data.schema().columns().stream()
                .map(column -> column.name() + ": " + column.type()
                        + (data.values(column.name()) instanceof SparseValues sparse
                                ? sparse.features().toString()
                                : ""))
                .toList();
    }

    static String show(@Nullable Object cell) {
        return cell == null ? "nothing (missing)" : "'" + cell + "'";
    }
}
