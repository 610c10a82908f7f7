package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnSelector;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.Preprocessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A step that learns from each of the chosen columns by itself. */
record ColumnwiseStep(String name, ColumnSelector columns, ColumnLearner learner) implements Preprocessor {

    @Override
    public Schema outputSchema(Schema input) {
        Schema output = input;
        for (Column column : chosen(input)) {
            Column given = learner.output(column);
            if (!given.name().equals(column.name()) && output.contains(given.name())) {
                throw new SchemaException(learner.describe() + " adds a column '" + given.name() + "', but "
                        + input.name() + " has one already. Rename that one, or leave '" + column.name()
                        + "' out of the step.");
            }
            output = output.with(given);
        }
        return output;
    }

    @Override
    public Fit fit(Dataset training) {
        outputSchema(training.schema());
        if (training.size() == 0) {
            throw new InvalidDataException(learner.describe() + " has no training row to learn from.");
        }
        List<LearnedColumn> learned = chosen(training.schema()).stream()
                .map(column -> learner.learn(column, training.values(column.name())))
                .toList();
        return Fit.of(new FittedColumns(name, learned), training);
    }

    private List<Column> chosen(Schema schema) {
        List<Column> chosen = columns.select(schema).stream()
                .map(column -> schema.column(column.name()))
                .distinct()
                .toList();
        if (chosen.isEmpty()) {
            throw new SchemaException("no column was chosen for " + learner.describe() + ". Columns: "
                    + schema.describe() + ". Leave the step out, or name the columns.");
        }
        chosen.forEach(this::requireFit);
        return chosen;
    }

    private void requireFit(Column column) {
        requireFeature(column, learner.describe());
        if (!learner.types().contains(column.type())) {
            String expected = learner.types().stream()
                    .map(type -> type.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(" or "));
            throw new SchemaException("the column '" + column.name() + "' is "
                    + column.type().name().toLowerCase(Locale.ROOT) + ", but " + learner.describe() + " works on "
                    + expected
                    + " columns. Choose other columns, or another step.");
        }
    }

    /** What is no feature is not there at prediction time, so a step that needs it could not be served. */
    static void requireFeature(Column column, String step) {
        if (column.role() != Role.FEATURE) {
            throw new SchemaException("the column '" + column.name() + "' has the role "
                    + column.role().name().toLowerCase(Locale.ROOT) + ", but " + step
                    + " works on features. Choose other columns.");
        }
    }
}
