package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Values;

/** Learns limits from the distribution. */
record ClipQuantilesLearner(Percent low, Percent high) implements NumberLearner {

    ClipQuantilesLearner {
        if (low.share() >= high.share()) {
            throw new IllegalArgumentException(
                    "clipQuantiles() needs two shares, the lower one first, not " + low + " and " + high + ".");
        }
    }

    @Override
    public String describe() {
        return "clipQuantiles(" + low + ", " + high + ")";
    }

    @Override
    public LearnedColumn learn(Column input, Values values) {
        PresentNumbers numbers = PresentNumbers.of(input, values, describe());
        return new Clipped(
                input.name(), input.nullable(), numbers.quantile(low.share()), numbers.quantile(high.share()));
    }
}
