package io.mlops4j.check;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** No value of a column comes twice. */
record Unique(String column) implements Expectation {

    @Override
    public void check(Schema schema) {
        ColumnTypes.require(
                schema,
                column,
                describe(),
                ColumnType.NUMERIC,
                ColumnType.CATEGORICAL,
                ColumnType.BOOLEAN,
                ColumnType.TEXT,
                ColumnType.TIMESTAMP);
    }

    @Override
    public Optional<Violation> examine(Dataset rows) {
        Values values = rows.values(column);
        Set<Object> seen = new HashSet<>();
        BrokenRows broken = new BrokenRows();
        for (int row = 0; row < values.size(); row++) {
            if (!values.missing(row) && !seen.add(value(values, row))) {
                broken.add(row);
            }
        }
        return broken.violation(describe(), "with a value that an earlier row has");
    }

    private static Object value(Values values, int row) {
        if (values instanceof NumericValues numbers) {
            return numbers.get(row) + 0.0; // −0.0 + 0.0 is 0.0
        }
        return String.valueOf(values.text(row));
    }

    @Override
    public String describe() {
        return column + " unique";
    }
}
