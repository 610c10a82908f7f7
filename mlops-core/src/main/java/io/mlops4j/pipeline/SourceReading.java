package io.mlops4j.pipeline;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.InvalidDataException;

/** What a source gave, and what it left out. */
record SourceReading(String name, Dataset rows, RejectedRows rejected) {

    static SourceReading of(DataSource<?> source, Schema wanted) {
        try (Batches batches = source.open(wanted)) {
            Dataset rows = Dataset.collect(wanted, batches);
            for (Column column : wanted.columns()) {
                if (!column.nullable()) {
                    requireComplete(source.name(), column, rows.values(column.name()));
                }
            }
            return new SourceReading(source.name(), rows, batches.rejected());
        }
    }

    /** What is built by a {@link DatasetBuilder} is complete already, but a source may fill its arrays itself. */
    private static void requireComplete(String source, Column column, Values values) {
        for (int row = 0; row < values.size(); row++) {
            boolean infinite = values instanceof NumericValues numbers && Double.isInfinite(numbers.get(row));
            if (infinite || values.missing(row)) {
                throw new InvalidDataException(source + ", row " + row + ", column '" + column.name() + "': "
                        + (infinite ? "the number is infinite" : "the value is missing")
                        + ", but the column is not nullable. Give a value, or declare the column nullable and impute"
                        + " it.");
            }
        }
    }

    String describe() {
        return rows.size() + " rows" + (rejected.count() == 0 ? "" : ", " + rejected.count() + " left out");
    }
}
