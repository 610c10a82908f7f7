package io.mlops4j.prepare;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.Preprocessor;
import java.util.HashSet;
import java.util.List;

/** Ends columns: there is nothing to learn. */
record Drop(List<String> columns) implements Preprocessor {

    Drop {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("drop() needs at least one column, and each once, not " + columns + ".");
        }
    }

    @Override
    public String name() {
        return DroppedColumns.NAME;
    }

    @Override
    public Schema outputSchema(Schema input) {
        columns.forEach(column -> ColumnwiseStep.requireFeature(input.column(column), "drop()"));
        return new DroppedColumns(columns).outputSchema(input);
    }

    @Override
    public Fit fit(Dataset training) {
        outputSchema(training.schema());
        return Fit.of(new DroppedColumns(columns), training);
    }
}
