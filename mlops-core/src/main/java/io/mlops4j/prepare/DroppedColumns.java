package io.mlops4j.prepare;

import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Columns that end. */
record DroppedColumns(List<String> dropped) implements ColumnwisePreprocessor {

    static final String NAME = "drop";

    DroppedColumns {
        dropped = List.copyOf(dropped);
    }

    /** Restores such a step. */
    record Format() implements PreprocessorFormat {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public FittedPreprocessor restore(Map<String, Object> state) {
            StateReader reader = StateReader.of(NAME, state);
            List<String> columns = reader.texts("columns");
            boolean unique = new HashSet<>(columns).size() == columns.size();
            reader.require(!columns.isEmpty() && unique, "columns", "at least one column, and each once");
            reader.end();
            return new DroppedColumns(columns);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ColumnTransform> transforms() {
        return List.of();
    }

    @Override
    public Map<String, Object> state() {
        return State.with("columns", dropped).map();
    }
}
