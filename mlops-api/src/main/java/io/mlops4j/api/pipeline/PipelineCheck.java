package io.mlops4j.api.pipeline;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidPipelineException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.Criterion;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.prepare.Preprocessor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets the schema flow through a declaration, stage by stage. */
final class PipelineCheck<I, Y extends Prediction> {

    private final PipelineDraft<I, Y> draft;

    private PipelineCheck(PipelineDraft<I, Y> draft) {
        this.draft = draft;
    }

    static <I, Y extends Prediction> Pipeline<I, Y> build(PipelineDraft<I, Y> draft) {
        return new PipelineCheck<>(draft).build();
    }

    private Pipeline<I, Y> build() {
        Schema rows = in("source", () -> draft.source.rows().schema());
        Schema roles = withRoles(rows);
        Schema schema = in("target", () -> withTargets(roles));
        for (Expectation expectation : draft.expectations) {
            in("validate", () -> check(() -> expectation.check(schema)));
        }
        in(
                "split",
                () -> check(() -> {
                    if (draft.split != null) {
                        draft.split.check(schema);
                    }
                }));
        Schema prepared = prepare(schema);
        in("train", () -> check(() -> train(prepared)));
        evaluate(schema);
        return new Pipeline<>(draft, schema, prepared);
    }

    private Schema withRoles(Schema rows) {
        Schema schema = rows;
        Map<String, Role> roles = new HashMap<>();
        for (Column declared : draft.roles) {
            String stage = declared.role() == Role.IGNORED ? "ignore" : lower(declared.role());
            Column column = in(stage, () -> inRole(declared, rows, roles.put(declared.name(), declared.role())));
            schema = schema.with(column);
        }
        Schema all = schema;
        return in("weight", () -> requireOneWeight(all));
    }

    private static Schema requireOneWeight(Schema schema) {
        List<Column> weights = schema.withRole(Role.WEIGHT);
        if (weights.size() > 1) {
            throw new SchemaException("there are several weights, "
                    + weights.stream().map(column -> "'" + column.name() + "'").collect(Collectors.joining(", "))
                    + ", but a row counts by one. Multiply them in a column of the source, or leave all but one out.");
        }
        return schema;
    }

    private static Column inRole(Column declared, Schema rows, @Nullable Role earlier) {
        if (earlier != null && earlier != declared.role()) {
            throw new SchemaException("the column '" + declared.name() + "' has the role " + lower(earlier)
                    + " already. A column has one role: copy it, or leave one of them out.");
        }
        boolean known = rows.contains(declared.name());
        if (!known && declared.role() != Role.IGNORED) {
            return declared;
        }
        Column column = rows.column(declared.name()).as(declared.role());
        boolean typed = declared.role() == Role.WEIGHT || declared.role() == Role.TIME;
        if (typed && column.type() != declared.type()) {
            throw new SchemaException("the " + lower(declared.role()) + " column '" + column.name() + "' is "
                    + lower(column.type()) + ", but has to be " + lower(declared.type()) + ".");
        }
        return column;
    }

    private Schema withTargets(Schema rows) {
        Schema schema = rows;
        for (Column target : draft.target.columns()) {
            if (rows.contains(target.name())) {
                throw new SchemaException(
                        "the target '" + target.name() + "' is a column of " + rows.name()
                                + ", so the model would be given the answer. Leave it out of the row type: the source has it all the same.");
            }
            schema = schema.with(target);
        }
        return schema;
    }

    private Schema prepare(Schema schema) {
        Schema current = schema;
        int number = 0;
        for (Preprocessor step : draft.preprocessors) {
            Schema input = current;
            number++;
            current = in("preprocess " + number + " (" + step.name() + ")", () -> prepared(step, input));
        }
        return current;
    }

    private static Schema prepared(Preprocessor step, Schema input) {
        Schema output = step.outputSchema(input);
        for (Column column : input.columns()) {
            if (column.role() != Role.FEATURE
                    && !(output.contains(column.name())
                            && output.column(column.name()).equals(column))) {
                throw new SchemaException("the step would change the " + lower(column.role()) + " column '"
                        + column.name() + "', but a preparation changes features only. Choose other columns.");
            }
        }
        return output;
    }

    private void train(Schema prepared) {
        if (prepared.withRole(Role.FEATURE).isEmpty()) {
            throw new SchemaException("no feature is left to learn from. Columns: " + prepared.describe() + ".");
        }
        java.util.Objects.requireNonNull(draft.trainer).check(prepared, draft.target);
    }

    private void evaluate(Schema schema) {
        draft.metrics.forEach(metric -> in("evaluate", () -> check(() -> metric.check(draft.target))));
        draft.criteria.forEach(criterion -> in("require", () -> check(() -> require(criterion))));
        Set<String> seen = new HashSet<>();
        for (String slice : draft.slices) {
            in(
                    "slicedBy",
                    () -> check(() -> {
                        Column column = schema.column(slice);
                        if (column.type() != ColumnType.CATEGORICAL && column.type() != ColumnType.BOOLEAN) {
                            throw new SchemaException("the column '" + slice + "' is " + lower(column.type())
                                    + "; slices are made by a categorical or boolean column.");
                        }
                        if (!seen.add(slice)) {
                            throw new SchemaException("the column '" + slice + "' is named twice.");
                        }
                    }));
        }
    }

    /** Without slices a criterion on every slice would hold, whatever the model is worth there. */
    private void require(Criterion<Y> criterion) {
        criterion.metric().check(draft.target);
        if (criterion.minimumSliceRows().isPresent() && draft.slices.isEmpty()) {
            throw new SchemaException(
                    "the criterion '" + criterion
                            + "' has no slices to hold on. Say by which columns with slicedBy(…), or leave out onEverySlice(…).");
        }
    }

    private <T> T in(String stage, Supplier<T> check) {
        try {
            return check.get();
        } catch (SchemaException e) {
            throw new InvalidPipelineException(draft.name, stage, String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean check(Runnable check) {
        check.run();
        return true;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
