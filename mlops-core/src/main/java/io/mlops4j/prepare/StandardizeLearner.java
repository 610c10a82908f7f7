package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Values;

/** Learns mean and deviation. */
record StandardizeLearner() implements NumberLearner {

    @Override
    public String describe() {
        return "standardize()";
    }

    @Override
    public LearnedColumn learn(Column input, Values values) {
        PresentNumbers numbers = PresentNumbers.of(input, values, describe());
        double deviation = numbers.deviation();
        return new Standardized(input.name(), input.nullable(), numbers.mean(), deviation == 0 ? 1 : deviation);
    }
}
