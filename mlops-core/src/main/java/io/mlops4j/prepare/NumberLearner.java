package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import java.util.Set;

/** Learns from a numeric column how its numbers become others; what is missing stays missing. */
interface NumberLearner extends ColumnLearner {

    @Override
    default Set<ColumnType> types() {
        return Set.of(ColumnType.NUMERIC);
    }

    @Override
    default Column output(Column input) {
        return input;
    }
}
