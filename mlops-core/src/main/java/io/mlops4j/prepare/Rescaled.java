package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.Map;

/** Where a number lies between the least and the greatest: 0 to 1 for those that were seen. */
record Rescaled(String column, boolean nullable, double least, double greatest) implements LearnedColumn {

    Rescaled {
        least = least + 0.0; // JSON has no -0
        greatest = greatest + 0.0;
    }

    static LearnedColumn restore(StateReader state) {
        double least = state.number("least");
        double greatest = state.number("greatest");
        state.require(least <= greatest, "greatest", "a number not below 'least'");
        return new Rescaled(state.name("column"), state.flag("nullable"), least, greatest);
    }

    @Override
    public ColumnTransform transform() {
        Column output = Column.of(column, ColumnType.NUMERIC).nullable(nullable);
        return new ColumnTransform(column, output, ScaledDifference.between(least, greatest));
    }

    @Override
    public Map<String, Object> state() {
        return State.with("column", column)
                .and("nullable", nullable)
                .and("least", least)
                .and("greatest", greatest)
                .map();
    }
}
