package io.mlops4j.testkit;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import java.util.List;

// snippet: expectation
class NeverNegativeTest extends ExpectationContract {

    @Override
    protected Expectation expectation() {
        return new NeverNegative("fare");
    }

    @Override
    protected Dataset sound() {
        return fares(8.05, 0, 26.5);
    }

    @Override
    protected Dataset broken() {
        return fares(8.05, -1, 26.5, -0.5);
    }

    private static Dataset fares(double... fares) {
        return Dataset.of(
                Schema.of("Passenger", Column.of("fare", ColumnType.NUMERIC)), List.of(NumericValues.wrap(fares)));
    }
}
// end: expectation
