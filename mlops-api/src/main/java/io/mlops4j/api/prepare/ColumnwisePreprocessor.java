package io.mlops4j.api.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A learned step whose every output column depends on one input column alone. It says how as {@link ColumnTransform}s; the
 * batch transformation and the compiled scorer are both made from these, so they cannot differ.
 */
public interface ColumnwisePreprocessor extends FittedPreprocessor {

    /**
     * What happens to the columns that change. All transforms read the step's input; columns not named pass unchanged.
     *
     * @return transforms, each with another output; at least one if nothing is dropped
     */
    List<ColumnTransform> transforms();

    /**
     * The columns that end here.
     *
     * @return their names; none of them is the output of a transform
     */
    default List<String> dropped() {
        return List.of();
    }

    @Override
    default Schema outputSchema(Schema input) {
        List<Column> outputs = new ArrayList<>();
        for (ColumnTransform transform : transforms()) {
            transform.check(input);
            outputs.add(transform.output());
        }
        Schema output = input.with(outputs);
        for (String column : dropped()) {
            output = output.without(column);
        }
        return output;
    }

    @Override
    default Dataset transform(Dataset rows) {
        Schema output = outputSchema(rows.schema());
        Map<String, Values> changed = new HashMap<>();
        for (ColumnTransform transform : transforms()) {
            changed.put(transform.output().name(), transform.apply(rows.values(transform.input())));
        }
        List<Values> values = new ArrayList<>();
        for (Column column : output.columns()) {
            Values mapped = changed.get(column.name());
            values.add(mapped == null ? rows.values(column.name()) : mapped);
        }
        return Dataset.of(output, values);
    }
}
