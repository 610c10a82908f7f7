package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Values;
import java.util.Set;

/** How a step learns from one column by itself. */
interface ColumnLearner {

    /** The step as it was declared, for messages, such as {@code impute(median())}. */
    String describe();

    /** The types of column that it works on. */
    Set<ColumnType> types();

    /** The column that it gives for a column of one of these types. */
    Column output(Column input);

    /** Learns from the values of such a column, of which there is at least one. */
    LearnedColumn learn(Column input, Values values);
}
