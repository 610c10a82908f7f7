package io.mlops4j.testkit;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of values, some at a time. */
final class PassengerBatches implements Batches {

    private final List<String> names;
    private final List<String> lines;
    private final Schema wanted;
    private int at;

    PassengerBatches(List<String> names, List<String> lines, Schema wanted) {
        this.names = names;
        this.lines = lines;
        this.wanted = wanted;
    }

    @Override
    public @Nullable Dataset next() {
        if (at == lines.size()) {
            return null;
        }
        DatasetBuilder batch = Dataset.builder(wanted);
        for (int end = Math.min(lines.size(), at + PassengerSource.BATCH); at < end; at++) {
            String[] cells = lines.get(at).split(",", -1);
            for (int column = 0; column < wanted.size(); column++) {
                write(
                        batch,
                        column,
                        cells[names.indexOf(wanted.columns().get(column).name())]);
            }
            batch.add();
        }
        return batch.build();
    }

    private void write(DatasetBuilder batch, int position, String cell) {
        Column column = wanted.columns().get(position);
        if (column.type() == ColumnType.CATEGORICAL) {
            batch.row().category(position, cell);
        } else if (!cell.isEmpty()) {
            batch.row().number(position, Double.parseDouble(cell));
        }
    }

    @Override
    public void close() {}
}
