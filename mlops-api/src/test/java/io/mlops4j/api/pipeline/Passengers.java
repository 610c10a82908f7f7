package io.mlops4j.api.pipeline;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;

/** A source of which only the columns can be asked. */
record Passengers(Schema schema) implements DataSource<Passengers.Passenger> {

    static final Schema SCHEMA = Schema.of(
            "Passenger",
            Column.of("sex", ColumnType.CATEGORICAL),
            Column.of("pclass", ColumnType.NUMERIC),
            Column.of("age", ColumnType.NUMERIC).nullable(true),
            Column.of("fare", ColumnType.NUMERIC),
            Column.of("boarded", ColumnType.TIMESTAMP));

    record Passenger(String sex, int pclass, Double age, double fare) {}

    Passengers() {
        this(SCHEMA);
    }

    @Override
    public RowReader<Passenger> rows() {
        return new RowReader<>() {
            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public void read(Passenger row, RowBuffer buffer) {
                throw new AssertionError("a declaration reads no data");
            }
        };
    }

    @Override
    public Batches open(Schema wanted) {
        throw new AssertionError("a declaration reads no data");
    }

    @Override
    public String name() {
        return "passengers.csv";
    }
}
