package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.Map;
import java.util.Set;

/** Whether the value of a column is missing. */
record MissingIndicatorColumn(String column, ColumnType type) implements LearnedColumn {

    /** Has 0 for every number that is there. */
    private record NumberMissing() implements ColumnMap.Affine {

        @Override
        public double apply(double value) {
            return Double.isNaN(value) ? 1 : 0;
        }

        @Override
        public double center() {
            return 0;
        }

        @Override
        public double slope() {
            return 0;
        }
    }

    static final Set<ColumnType> TYPES =
            Set.of(ColumnType.NUMERIC, ColumnType.BOOLEAN, ColumnType.CATEGORICAL, ColumnType.TEXT);

    static LearnedColumn restore(StateReader state) {
        return new MissingIndicatorColumn(state.name("column"), state.constant("type", TYPES));
    }

    static Column output(String column) {
        return Column.of(column + "_missing", ColumnType.BOOLEAN);
    }

    @Override
    public ColumnTransform transform() {
        boolean named = type == ColumnType.CATEGORICAL || type == ColumnType.TEXT;
        return new ColumnTransform(column, output(column), named ? ofName() : new NumberMissing());
    }

    private static ColumnMap.Encoding ofName() {
        return value -> value == null ? 1 : 0;
    }

    @Override
    public Map<String, Object> state() {
        return State.with("column", column).and("type", Spellings.of(type)).map();
    }
}
