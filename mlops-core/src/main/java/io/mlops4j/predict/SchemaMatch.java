package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares the columns that a reader gives with those that the model was trained on, before any row is read.
 *
 * @param extra the columns of the reader that the model does not know, which are ignored
 * @param absent the nullable columns of the model that the reader does not have, which are always missing
 */
record SchemaMatch(List<String> extra, List<String> absent) {

    static SchemaMatch of(Schema model, Schema reader) {
        List<Column> extra = reader.columns().stream()
                .filter(column -> !model.contains(column.name()))
                .toList();
        List<String> absent = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (Column expected : model.columns()) {
            if (reader.contains(expected.name())) {
                compare(expected, reader.column(expected.name()), differences);
                continue;
            }
            Schema alike = Schema.of(
                    reader.name(),
                    extra.stream()
                            .filter(column -> column.type() == expected.type())
                            .toList());
            String nearest = alike.nearest(expected.name()).orElse("");
            if (!nearest.isEmpty()) {
                differences.add("column " + expected + " is not there, but '" + nearest
                        + "' is. If it was renamed, give it its old name.");
            } else if (expected.nullable()) {
                absent.add(expected.name());
            } else {
                differences.add("column " + expected + " is not there. Add it, or train with a nullable column.");
            }
        }
        if (!differences.isEmpty()) {
            throw new SchemaException(
                    reader.name() + " does not match the model, which was trained on " + model.name() + " ("
                            + model.describe() + "):",
                    differences);
        }
        return new SchemaMatch(extra.stream().map(Column::name).toList(), List.copyOf(absent));
    }

    private static void compare(Column expected, Column found, List<String> differences) {
        if (found.type() != expected.type()) {
            differences.add("column '" + expected.name() + "' is " + name(found) + ", the model was trained on "
                    + name(expected) + ".");
        }
        if (found.nullable() && !expected.nullable()) {
            differences.add(
                    "column '" + expected.name() + "' may be missing, the model was trained on a column that never was."
                            + " Declare it as never missing, or train with a nullable column.");
        }
    }

    private static String name(Column column) {
        return column.type().name().toLowerCase(Locale.ROOT);
    }
}
