package io.mlops4j.check;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.TextValues;
import io.mlops4j.api.data.TimestampValues;
import io.mlops4j.api.data.Values;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Data sets of one column each, and of several. */
final class Rows {

    private Rows() {}

    static Dataset numbers(double... values) {
        return of(Column.of("fare", ColumnType.NUMERIC).nullable(true), NumericValues.wrap(values));
    }

    static Dataset flags(double... values) {
        return of(Column.of("adult", ColumnType.BOOLEAN).nullable(true), NumericValues.wrap(values));
    }

    static Dataset categories(String... values) {
        Dictionary dictionary = Dictionary.of(
                Arrays.stream(values).filter(Objects::nonNull).distinct().toList());
        return of(
                Column.of("port", ColumnType.CATEGORICAL).nullable(true),
                CategoricalValues.wrap(
                        Arrays.stream(values).mapToInt(dictionary::code).toArray(), dictionary));
    }

    static Dataset texts(String... values) {
        return of(Column.of("note", ColumnType.TEXT).nullable(true), TextValues.wrap(values));
    }

    static Dataset times(String... values) {
        return of(
                Column.of("sailed", ColumnType.TIMESTAMP).nullable(true),
                TimestampValues.wrap(Arrays.stream(values)
                        .mapToLong(value ->
                                value == null ? TimestampValues.MISSING : TimestampValues.nanos(Instant.parse(value)))
                        .toArray()));
    }

    static Dataset of(Column column, Values values) {
        return Dataset.of(Schema.of("Passenger", column), List.of(values));
    }
}
