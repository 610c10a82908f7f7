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
        List<LearnedColumn> columns = new ArrayList<>();
        Set<String> outputs = new HashSet<>();
        for (StateReader object : reader.objects("columns")) {
            LearnedColumn restored = column.apply(object);
            object.end();
            object.require(outputs.add(restored.transform().output().name()), "column", "each column once");
            columns.add(restored);
        }
        reader.require(!columns.isEmpty(), "columns", "at least one column");
        reader.end();
        return new FittedColumns(name, columns);
    }
}
