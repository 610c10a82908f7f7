package io.mlops4j.prepare;

import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Restores a step from what it learned of each column. */
record ColumnFormat(String name, Function<StateReader, LearnedColumn> column) implements PreprocessorFormat {

    @Override
    public FittedPreprocessor restore(Map<String, Object> state) {
        StateReader reader = StateReader.of(name, state);
        List<StateReader> objects = reader.objects("columns");
        List<LearnedColumn> columns = new ArrayList<>();
        for (StateReader object : objects) {
            columns.add(column.apply(object));
            object.end();
        }
        reader.require(!columns.isEmpty(), "columns", "at least one column");
        reader.end();
        FittedColumns restored = new FittedColumns(name, columns);
        Set<String> outputs = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String output = restored.transforms().get(i).output().name();
            objects.get(i).require(outputs.add(output), "column", "each column once");
        }
        return restored;
    }
}
