package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.Preprocessor;
import java.util.Arrays;

/** A step as somebody writes it: a missing number becomes the mean of those that are there. */
record FillWithMean(String column) implements Preprocessor {

    static final String NAME = "example.fill_with_mean";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema outputSchema(Schema input) {
        return input.with(filled(input, column));
    }

    static Column filled(Schema input, String column) {
        Column found = input.column(column);
        if (found.type() != ColumnType.NUMERIC) {
            throw new SchemaException("the column '" + column + "' is not numeric, so it has no mean.");
        }
        return found.nullable(false);
    }

    @Override
    public Fit fit(Dataset training) {
        double mean = Arrays.stream(training.numeric(column).toArray())
                .filter(number -> !Double.isNaN(number))
                .average()
                .orElse(0);
        return Fit.of(new FilledWithMean(column, mean), training);
    }
}
