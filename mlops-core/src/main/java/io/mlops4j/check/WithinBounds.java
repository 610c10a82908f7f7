package io.mlops4j.check;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import java.util.Optional;

/** All numbers of a column lie within bounds, both allowed. */
record WithinBounds(String column, double low, double high, String describe) implements Expectation {

    WithinBounds {
        if (!(low <= high)) {
            throw new IllegalArgumentException("No number can be expected " + describe + ".");
        }
    }

    @Override
    public void check(Schema schema) {
        ColumnTypes.require(schema, column, describe, ColumnType.NUMERIC);
    }

    @Override
    public Optional<Violation> examine(Dataset rows) {
        NumericValues values = rows.numeric(column);
        BrokenRows broken = new BrokenRows();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < values.size(); row++) {
            double value = values.get(row);
            if (value < low || value > high) { // false for a missing one, which is NaN
                broken.add(row);
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
            }
        }
        return broken.violation(
                describe, "outside, with values from " + Bound.text(smallest) + " to " + Bound.text(largest));
    }
}
