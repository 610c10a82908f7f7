package io.mlops4j.prepare;

import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A learned step: what it learned of each column. */
final class FittedColumns implements ColumnwisePreprocessor {

    private final String name;
    private final List<LearnedColumn> columns;
    private final List<ColumnTransform> transforms;

    FittedColumns(String name, List<LearnedColumn> columns) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.transforms = columns.stream().map(LearnedColumn::transform).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ColumnTransform> transforms() {
        return transforms;
    }

    @Override
    public Map<String, Object> state() {
        return State.with("columns", columns.stream().map(LearnedColumn::state).toList())
                .map();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FittedColumns that && name.equals(that.name) && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + columns.hashCode();
    }

    @Override
    public String toString() {
        return name + columns;
    }
}
