package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Values;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What is put in the place of a missing value. {@link Preprocessors} has them: {@code median()}, {@code mean()},
 * {@code mostFrequent()} and {@code constant(…)}.
 */
public final class Imputation {

    private final Learner learner;

    Imputation(String name, Set<ColumnType> types, BiFunction<Column, Values, LearnedColumn> choice) {
        this.learner = new Learner("impute(" + name + ")", types, choice);
    }

    ColumnLearner learner() {
        return learner;
    }

    @Override
    public String toString() {
        return learner.describe;
    }

    private record Learner(String describe, Set<ColumnType> types, BiFunction<Column, Values, LearnedColumn> choice)
            implements ColumnLearner {

        @Override
        public Column output(Column input) {
            return input.nullable(false);
        }

        @Override
        public LearnedColumn learn(Column input, Values values) {
            return choice.apply(input, values);
        }
    }
}
