package io.mlops4j.data;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;

/** A file of delimited text as a source. */
final class CsvSource<I> implements DataSource<I> {

    private final CsvOptions options;
    private final RowReader<I> rows;

    CsvSource(CsvOptions options, RowReader<I> rows) {
        this.options = options;
        this.rows = rows;
    }

    @Override
    public RowReader<I> rows() {
        return rows;
    }

    @Override
    public Batches open(Schema wanted) {
        return CsvBatches.open(options, wanted);
    }

    @Override
    public String name() {
        return options.name();
    }

    @Override
    public String toString() {
        return name() + " as " + rows.schema();
    }
}
