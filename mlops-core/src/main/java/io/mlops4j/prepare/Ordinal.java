package io.mlops4j.prepare;

import io.mlops4j.api.data.ColumnSelector;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.Preprocessor;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Gives each category its place in an order, from 0. The order is the one that was declared, or else that of the code points
 * of the categories that the training rows have. What is missing stays missing.
 *
 * <p>Immutable: each method gives another step.
 */
public final class Ordinal implements Preprocessor {

    static final String NAME = "ordinal";

    private final ColumnSelector columns;
    private final OrdinalLearner options;

    private Ordinal(ColumnSelector columns, OrdinalLearner options) {
        this.columns = columns;
        this.options = options;
    }

    static Ordinal of(ColumnSelector columns, List<String> declared) {
        if (new HashSet<>(declared).size() < declared.size()) {
            throw new IllegalArgumentException("ordinal() needs each category once.");
        }
        return new Ordinal(columns, new OrdinalLearner(declared, OptionalDouble.empty()));
    }

    /**
     * Gives a number to categories that are not in the order. Left out, they are refused by an
     * {@link io.mlops4j.api.error.InvalidDataException}.
     *
     * @param number a finite number, such as −1
     * @return a step that differs in nothing else
     */
    public Ordinal unseenAs(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("unseenAs() needs a finite number, not " + number + ".");
        }
        // JSON has no -0
        return new Ordinal(columns, new OrdinalLearner(options.declared(), OptionalDouble.of(number + 0.0)));
    }

    private ColumnwiseStep step() {
        return new ColumnwiseStep(NAME, columns, options);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema outputSchema(Schema input) {
        return step().outputSchema(input);
    }

    @Override
    public Fit fit(Dataset training) {
        return step().fit(training);
    }
}
