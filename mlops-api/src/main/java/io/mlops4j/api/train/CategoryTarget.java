package io.mlops4j.api.train;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.predict.Classification;
import java.util.List;
import java.util.Optional;

/**
 * A class, held in one column.
 *
 * @param column the column's name
 * @param positiveClass the class whose probability is the score, or empty for the second of two
 */
public record CategoryTarget(String column, Optional<String> positiveClass) implements Target<Classification> {

    /**
     * The same target with a positive class.
     *
     * @param label the class whose probability is the score
     * @return the target
     */
    public CategoryTarget positive(String label) {
        return new CategoryTarget(column, Optional.of(label));
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.of(column, ColumnType.CATEGORICAL).as(Role.TARGET));
    }

    @Override
    public Class<Classification> predictionType() {
        return Classification.class;
    }
}
