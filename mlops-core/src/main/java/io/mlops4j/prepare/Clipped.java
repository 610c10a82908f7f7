package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.Map;

/** A number below or above the limits becomes the limit. */
record Clipped(String column, boolean nullable, double low, double high) implements LearnedColumn {

    Clipped {
        low = low + 0.0; // JSON has no -0
        high = high + 0.0;
    }

    static LearnedColumn restore(StateReader state) {
        double low = state.number("low");
        double high = state.number("high");
        state.require(low <= high, "high", "a number not below 'low'");
        return new Clipped(state.name("column"), state.flag("nullable"), low, high);
    }

    @Override
    public ColumnTransform transform() {
        // comparisons keep NaN and -0.0, which Math.min and Math.max would not all do
        ColumnMap.Numeric map = value -> value < low ? low : value > high ? high : value;
        return new ColumnTransform(column, Column.of(column, ColumnType.NUMERIC).nullable(nullable), map);
    }

    @Override
    public Map<String, Object> state() {
        return State.with("column", column)
                .and("nullable", nullable)
                .and("low", low)
                .and("high", high)
                .map();
    }
}
