package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Values;

/** Limits that were declared. */
record ClipLearner(double low, double high) implements NumberLearner {

    ClipLearner {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException(
                    "clip() needs two finite limits, the lower one first, not " + low + " and " + high + ".");
        }
    }

    @Override
    public String describe() {
        return "clip(" + low + ", " + high + ")";
    }

    @Override
    public LearnedColumn learn(Column input, Values values) {
        return new Clipped(input.name(), input.nullable(), low, high);
    }
}
