package io.mlops4j.api.pipeline;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.CategoryTarget;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.Trainer;
import io.mlops4j.api.train.TrainingSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The smallest parts of a pipeline that can be declared. None of them can be run: a declaration reads no data. */
final class Declared {

    private Declared() {}

    private static AssertionError nothingRuns() {
        return new AssertionError("a declaration reads no data");
    }

    record NotNull(String column) implements Expectation {

        @Override
        public void check(Schema schema) {
            schema.column(column);
        }

        @Override
        public Optional<Violation> examine(Dataset rows) {
            throw nothingRuns();
        }

        @Override
        public String describe() {
            return column + " is there";
        }
    }

    record ByGroup(String column) implements Split {

        @Override
        public void check(Schema schema) {
            schema.column(column);
        }

        @Override
        public Partition split(Dataset rows) {
            throw nothingRuns();
        }

        @Override
        public String describe() {
            return "by " + column;
        }
    }

    record Step(String name, UnaryOperator<Schema> outputs) implements Preprocessor {

        static Step complete(String column) {
            return new Step(
                    "complete", schema -> schema.with(schema.column(column).nullable(false)));
        }

        static Step encode(String column) {
            return new Step(
                    "encode", schema -> schema.with(schema.column(column).as(ColumnType.SPARSE)));
        }

        @Override
        public Schema outputSchema(Schema input) {
            return outputs.apply(input);
        }

        @Override
        public Fit fit(Dataset training) {
            throw nothingRuns();
        }
    }

    /** Like a linear one: takes numbers only, and none may be missing. */
    record Linear() implements Trainer<Classification> {

        @Override
        public String name() {
            return "linear";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }

        @Override
        public void check(Schema prepared, Target<?> target) {
            for (Column column : prepared.withRole(Role.FEATURE)) {
                if (column.nullable()) {
                    throw new SchemaException("the feature '" + column.name() + "' may be missing: impute it.");
                }
                if (column.type() == ColumnType.CATEGORICAL) {
                    throw new SchemaException("the feature '" + column.name() + "' is categorical: encode it.");
                }
            }
        }

        @Override
        public TrainedModel train(TrainingSet rows, Progress progress) {
            throw nothingRuns();
        }
    }

    /** Like a recall: is about one class. */
    record Recall(String label) implements Metric<Classification> {

        @Override
        public MetricKey key() {
            return MetricKey.of("recall", label);
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public void check(Target<?> target) {
            String positive = ((CategoryTarget) target).positiveClass().orElse(label);
            if (!positive.equals(label)) {
                throw new SchemaException(
                        "recall is about the positive class '" + positive + "', not '" + label + "'.");
            }
        }

        @Override
        public double compute(Outcomes<Classification> outcomes) {
            throw nothingRuns();
        }
    }
}
