package io.mlops4j.api.prepare;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import java.util.Map;

/**
 * A learned step: maps columns to columns, the same way in training, evaluation and serving. Immutable and safe for use by
 * many threads.
 *
 * <p>Most steps work column by column and implement {@link ColumnwisePreprocessor}, which is what a compiled scorer needs. With
 * any other step the model is evaluated step by step over small data sets: the same answers, but far slower.
 */
public interface FittedPreprocessor {

    /**
     * What kind of step it is; finds the {@link PreprocessorFormat} when it is loaded.
     *
     * @return the name of the step that was fitted
     */
    String name();

    /**
     * What it needs to see.
     *
     * @return {@link Scope#ROW} unless it needs earlier rows
     */
    default Scope scope() {
        return Scope.ROW;
    }

    /**
     * The columns that it gives.
     *
     * @param input the columns that it gets
     * @return what the unfitted step promised for them
     * @throws io.mlops4j.api.error.SchemaException if a column that it learned is not there
     */
    Schema outputSchema(Schema input);

    /**
     * Maps rows to rows.
     *
     * @param rows rows with the columns that it was fitted on
     * @return as many rows, in the same order
     * @throws io.mlops4j.api.error.InvalidDataException if a value breaks a policy that says so
     */
    Dataset transform(Dataset rows);

    /**
     * What it learned, as JSON values: {@code String}, {@code Boolean}, {@code Double}, {@code Integer}, and {@code List} and
     * {@code Map<String, …>} of these. Never code.
     *
     * @return enough for {@link PreprocessorFormat#restore} to make an equal step
     */
    Map<String, Object> state();
}
