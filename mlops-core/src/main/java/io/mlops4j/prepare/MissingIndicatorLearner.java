package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Values;
import java.util.Set;

/** A new column beside the one that may be missing: there is nothing to learn. */
record MissingIndicatorLearner() implements ColumnLearner {

    @Override
    public String describe() {
        return "missingIndicator()";
    }

    @Override
    public Set<ColumnType> types() {
        return MissingIndicatorColumn.TYPES;
    }

    @Override
    public Column output(Column input) {
        return MissingIndicatorColumn.output(input.name());
    }

    @Override
    public LearnedColumn learn(Column input, Values values) {
        return new MissingIndicatorColumn(input.name(), input.type());
    }
}
