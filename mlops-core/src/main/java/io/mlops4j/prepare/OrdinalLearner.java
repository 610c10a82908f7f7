package io.mlops4j.prepare;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Learns the order of categories, unless it was declared. */
record OrdinalLearner(List<String> declared, OptionalDouble unseenAs) implements ColumnLearner {

    @Override
    public String describe() {
        return "ordinal()";
    }

    @Override
    public Set<ColumnType> types() {
        return Set.of(ColumnType.CATEGORICAL);
    }

    @Override
    public Column output(Column input) {
        return input.as(ColumnType.NUMERIC);
    }

    @Override
    public LearnedColumn learn(Column input, Values values) {
        List<String> categories = declared.isEmpty()
                ? CategoryCounts.of((CategoricalValues) values).names()
                : declared;
        if (categories.isEmpty()) {
            throw PresentNumbers.nothingIn(input, values, describe());
        }
        return new OrdinalColumn(input.name(), input.nullable(), categories, unseenAs);
    }
}
