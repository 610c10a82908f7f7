package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import java.util.List;
import java.util.Map;

/** The learned step. */
record FilledWithMean(String column, double mean) implements ColumnwisePreprocessor {

    @Override
    public String name() {
        return FillWithMean.NAME;
    }

    @Override
    public Schema outputSchema(Schema input) {
        return input.with(FillWithMean.filled(input, column));
    }

    @Override
    public List<ColumnTransform> transforms() {
        ColumnMap.Numeric fill = value -> Double.isNaN(value) ? mean : value;
        return List.of(new ColumnTransform(column, Column.of(column, ColumnType.NUMERIC), fill));
    }

    @Override
    public Map<String, Object> state() {
        return Map.of("column", column, "mean", mean);
    }
}
