package io.mlops4j.prepare;

import io.mlops4j.api.prepare.ColumnTransform;
import java.util.Map;

/** What a step learned of one column. A value: equal when it was learned equally. */
interface LearnedColumn {

    ColumnTransform transform();

    /** As JSON values, in a fixed order of the keys. */
    Map<String, Object> state();
}
