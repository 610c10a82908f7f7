package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * One column of a record: what it is, and the way to its value.
 *
 * @param column the declaration
 * @param path what leads from the row to the value, one step after the other; any step may give null
 */
record RecordColumn(Column column, List<MethodHandle> path) {

    /** What the last step gives. */
    Class<?> valueType() {
        return path.get(path.size() - 1).type().returnType();
    }

    RecordColumn as(Column other) {
        return new RecordColumn(other, path);
    }
}
