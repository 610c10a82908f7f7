package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Values;

/** Learns the least and the greatest number. */
record MinMaxLearner() implements NumberLearner {

    @Override
    public String describe() {
        return "minMax()";
    }

    @Override
    public LearnedColumn learn(Column input, Values values) {
        PresentNumbers numbers = PresentNumbers.of(input, values, describe());
        return new Rescaled(input.name(), input.nullable(), numbers.least(), numbers.greatest());
    }
}
