package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.Map;

/** A function over a column, of which only name and version are stored. */
record FunctionColumn(String column, boolean nullable, NamedFunction function) implements LearnedColumn {

    static LearnedColumn restore(StateReader state, FunctionRegistry functions) {
        String column = state.name("column");
        boolean nullable = state.flag("nullable");
        String name = state.text("function");
        state.require(NamedFunction.validName(name), "function", "the name of a function");
        int version = state.integer("version");
        state.require(version >= 1, "version", "a number of at least 1");
        return new FunctionColumn(column, nullable, functions.require(name, version, column));
    }

    @Override
    public ColumnTransform transform() {
        Column output = Column.of(column, ColumnType.NUMERIC).nullable(nullable);
        return new ColumnTransform(column, output, new FunctionMap(column, nullable, function));
    }

    @Override
    public Map<String, Object> state() {
        return State.with("column", column)
                .and("nullable", nullable)
                .and("function", function.name())
                .and("version", function.version())
                .map();
    }
}
