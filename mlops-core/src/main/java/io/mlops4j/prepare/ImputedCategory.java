package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.EnumSet;
import java.util.Map;

/** A category in the place of a missing one. */
record ImputedCategory(String column, String value) implements LearnedColumn {

    /** Restores what was imputed, a category or a number. */
    static LearnedColumn restore(StateReader state) {
        ColumnType type =
                state.constant("type", EnumSet.of(ColumnType.NUMERIC, ColumnType.BOOLEAN, ColumnType.CATEGORICAL));
        return type == ColumnType.CATEGORICAL
                ? new ImputedCategory(state.name("column"), state.text("value"))
                : ImputedNumber.restore(state, type);
    }

    @Override
    public ColumnTransform transform() {
        ColumnMap.Category map = found -> found == null ? value : found;
        return new ColumnTransform(column, Column.of(column, ColumnType.CATEGORICAL), map);
    }

    @Override
    public Map<String, Object> state() {
        return State.with("column", column)
                .and("type", Spellings.of(ColumnType.CATEGORICAL))
                .and("value", value)
                .map();
    }
}
