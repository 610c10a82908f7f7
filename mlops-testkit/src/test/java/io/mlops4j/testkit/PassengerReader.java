package io.mlops4j.testkit;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;

/** A reader as somebody writes it by hand. */
class PassengerReader implements RowReader<Passenger> {

    static final Schema SCHEMA = Schema.of(
            "Passenger",
            Column.of("sex", ColumnType.CATEGORICAL),
            Column.of("age", ColumnType.NUMERIC).nullable(true),
            Column.of("fare", ColumnType.NUMERIC));

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public void read(Passenger row, RowBuffer buffer) {
        buffer.category(0, row.sex());
        buffer.number(1, row.age());
        buffer.number(2, row.fare());
    }
}
