package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.Map;

/** How far a number lies from the mean, in units of the scale. */
record Standardized(String column, boolean nullable, double mean, double scale) implements LearnedColumn {

    Standardized {
        mean = mean + 0.0; // JSON has no -0
    }

    static LearnedColumn restore(StateReader state) {
        double scale = state.number("scale");
        state.require(scale > 0, "scale", "a number above 0");
        return new Standardized(state.name("column"), state.flag("nullable"), state.number("mean"), scale);
    }

    @Override
    public ColumnTransform transform() {
        Column output = Column.of(column, ColumnType.NUMERIC).nullable(nullable);
        return new ColumnTransform(column, output, ScaledDifference.from(mean, scale));
    }

    @Override
    public Map<String, Object> state() {
        return State.with("column", column)
                .and("nullable", nullable)
                .and("mean", mean)
                .and("scale", scale)
                .map();
    }
}
