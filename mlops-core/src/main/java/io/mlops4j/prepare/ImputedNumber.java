package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.Map;

/** A number, or 0 or 1 for false or true, in the place of a missing one. */
record ImputedNumber(String column, ColumnType type, double value) implements LearnedColumn {

    /** Leaves every number that is there as it is. */
    private record Filled(double value) implements ColumnMap.Affine {

        @Override
        public double apply(double found) {
            return Double.isNaN(found) ? value : found;
        }

        @Override
        public double center() {
            return 0;
        }

        @Override
        public double slope() {
            return 1;
        }
    }

    ImputedNumber {
        value = value + 0.0; // JSON has no -0
    }

    static LearnedColumn restore(StateReader state, ColumnType type) {
        double value = state.number("value");
        state.require(type == ColumnType.NUMERIC || value == 0 || value == 1, "value", "0 or 1");
        return new ImputedNumber(state.name("column"), type, value);
    }

    @Override
    public ColumnTransform transform() {
        return new ColumnTransform(column, Column.of(column, type), new Filled(value));
    }

    @Override
    public Map<String, Object> state() {
        return State.with("column", column)
                .and("type", Spellings.of(type))
                .and("value", value)
                .map();
    }
}
