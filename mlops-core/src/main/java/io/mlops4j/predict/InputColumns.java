package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks that a batch has the columns that a model reads. */
final class InputColumns {

    private InputColumns() {}

    static void requireIn(Schema batch, List<InputColumn> columns) {
        List<String> differences = new ArrayList<>();
        for (InputColumn column : columns) {
            if (!batch.contains(column.name())) {
                differences.add("column " + column.column() + " is not there."
                        + batch.nearest(column.name())
                                .map(near -> " Did you mean '" + near + "'?")
                                .orElse(""));
                continue;
            }
            Column found = batch.column(column.name());
            if (found.type() != column.column().type()) {
                differences.add("column '" + column.name() + "' is "
                        + found.type().name().toLowerCase(Locale.ROOT) + ", the model was trained on "
                        + column.column().type().name().toLowerCase(Locale.ROOT) + ".");
            }
        }
        if (!differences.isEmpty()) {
            throw new SchemaException(
                    "The model cannot score " + batch.name() + ", which has the columns " + batch.describe() + ":",
                    differences);
        }
    }
}
