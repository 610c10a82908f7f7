package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Values;

/** A function that was declared: there is nothing to learn. */
record FunctionLearner(NamedFunction function) implements NumberLearner {

    @Override
    public String describe() {
        return "function(" + function.name() + ")";
    }

    @Override
    public LearnedColumn learn(Column input, Values values) {
        return new FunctionColumn(input.name(), input.nullable(), function);
    }
}
