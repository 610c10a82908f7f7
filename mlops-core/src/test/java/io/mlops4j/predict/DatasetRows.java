package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;

/** Reads the rows of a data set by their number; texts are new objects each time. */
record DatasetRows(Dataset data) implements RowReader<Integer> {

    @Override
    public Schema schema() {
        return data.schema();
    }

    @Override
    public void read(Integer row, RowBuffer buffer) {
        for (int column = 0; column < data.schema().size(); column++) {
            String text = data.values(column).text(row);
            String fresh = text == null ? null : new String(text.toCharArray());
            switch (data.schema().columns().get(column).type()) {
                case NUMERIC, BOOLEAN -> buffer.number(column, ((NumericValues) data.values(column)).get(row));
                case CATEGORICAL -> buffer.category(column, fresh);
                case TEXT -> buffer.text(column, fresh);
                case TIMESTAMP, SPARSE -> throw new IllegalArgumentException("no such test rows");
            }
        }
    }
}
