package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnSelector;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import java.util.List;

/** Those of the chosen columns that may be missing. */
record NullableOnly(ColumnSelector columns) implements ColumnSelector {

    @Override
    public List<Column> select(Schema schema) {
        List<Column> chosen = columns.select(schema);
        List<Column> nullable = chosen.stream().filter(Column::nullable).toList();
        if (nullable.isEmpty()) {
            throw new SchemaException("missingIndicator() was given no column that may be missing: "
                    + chosen.stream().map(Column::name).toList()
                    + ". Put it before the imputation, or leave it out.");
        }
        return nullable;
    }
}
