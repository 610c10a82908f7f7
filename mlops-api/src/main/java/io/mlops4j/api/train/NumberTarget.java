package io.mlops4j.api.train;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.predict.Regression;
import java.util.List;

/**
 * A number, held in one column.
 *
 * @param column the column's name
 */
public record NumberTarget(String column) implements Target<Regression> {

    @Override
    public List<Column> columns() {
        return List.of(Column.of(column, ColumnType.NUMERIC).as(Role.TARGET));
    }

    @Override
    public Class<Regression> predictionType() {
        return Regression.class;
    }
}
