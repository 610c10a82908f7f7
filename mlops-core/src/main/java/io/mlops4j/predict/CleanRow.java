package io.mlops4j.predict;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Values;
import io.mlops4j.predict.InputColumn.Kind;
import java.util.List;

/** The values of a data set with one row, as a {@link Station} shows them. */
final class CleanRow {

    private final InputColumn[] numberColumns;
    private final InputColumn[] categoryColumns;
    private final double[] numbers;
    private final int[] codes;

    CleanRow(List<InputColumn> columns) {
        numberColumns =
                columns.stream().filter(column -> column.kind() == Kind.NUMBER).toArray(InputColumn[]::new);
        categoryColumns = columns.stream()
                .filter(column -> column.kind() == Kind.CATEGORY)
                .toArray(InputColumn[]::new);
        numbers = new double[numberColumns.length];
        codes = new int[categoryColumns.length];
    }

    void keep(Dataset row) {
        for (InputColumn column : numberColumns) {
            numbers[column.index()] = row.numeric(column.name()).get(0);
        }
        for (InputColumn column : categoryColumns) {
            Values values = row.values(column.name());
            codes[column.index()] =
                    values.missing(0) ? Dictionary.MISSING : column.dictionary().code(values.text(0));
        }
    }

    double number(int index) {
        return numbers[index];
    }

    int code(int index) {
        return codes[index];
    }
}
