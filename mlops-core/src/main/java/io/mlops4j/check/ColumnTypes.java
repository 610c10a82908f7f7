package io.mlops4j.check;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Checks that a column exists and has a type that an expectation can look at. */
final class ColumnTypes {

    private ColumnTypes() {}

    static void require(Schema schema, String column, String expectation, ColumnType... allowed) {
        Column found = schema.column(column);
        if (!List.of(allowed).contains(found.type())) {
            String wanted = List.of(allowed).stream().map(ColumnTypes::name).collect(Collectors.joining(" or "));
            throw new SchemaException("'" + expectation + "' cannot be expected: column '" + column + "' of "
                    + schema.name() + " is " + name(found.type()) + ", not " + wanted + ".");
        }
    }

    private static String name(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
