package io.mlops4j.testkit;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An expectation as somebody writes it. */
record NeverNegative(String column) implements Expectation {

    @Override
    public void check(Schema schema) {
        if (schema.column(column).type() != ColumnType.NUMERIC) {
            throw new SchemaException("the column '" + column + "' is not numeric.");
        }
    }

    @Override
    public Optional<Violation> examine(Dataset rows) {
        NumericValues values = rows.numeric(column);
        List<Integer> negative = IntStream.range(0, rows.size())
                .filter(row -> values.get(row) < 0)
                .boxed()
                .toList();
        return negative.isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation(
                        describe(),
                        negative.size() + " negative numbers",
                        negative.size(),
                        negative.subList(0, Math.min(10, negative.size()))));
    }

    @Override
    public String describe() {
        return column + " never negative";
    }
}
