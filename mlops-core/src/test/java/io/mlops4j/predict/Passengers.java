package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.List;
import java.util.Optional;

/** A model small enough to compute by hand: age may be missing and is then 30, the port may be missing and is then "?". */
final class Passengers {

    record Passenger(String sex, Double age, double fare, String port) {}

    static final Schema SCHEMA = Schema.of(
            "Passenger",
            Column.of("sex", ColumnType.CATEGORICAL),
            Column.of("age", ColumnType.NUMERIC).nullable(true),
            Column.of("fare", ColumnType.NUMERIC),
            Column.of("port", ColumnType.CATEGORICAL).nullable(true));

    static final List<Dictionary> CATEGORIES = List.of(
            Dictionary.of(List.of("female", "male")),
            Dictionary.empty(),
            Dictionary.empty(),
            Dictionary.of(List.of("C", "S")));

    /** The sex must be known; an unknown port has no feature. */
    static final List<FittedPreprocessor> STEPS = List.of(
            TestStep.of(
                    TestStep.number("age", age -> Double.isNaN(age) ? 30 : age),
                    TestStep.category("port", port -> port == null ? "?" : port)),
            TestStep.of(
                    TestStep.strictOneHot("sex", List.of("female", "male")),
                    TestStep.oneHot("port", List.of("?", "C", "S"))));

    static final FeatureSpace SPACE = new FeatureSpace(List.of(
            new FeatureSpace.Block("sex", true, 0, List.of("female", "male")),
            new FeatureSpace.Block("age", false, 2, List.of("age")),
            new FeatureSpace.Block("fare", false, 3, List.of("fare")),
            new FeatureSpace.Block("port", true, 4, List.of("?", "C", "S"))));

    static final Classes SURVIVED = Classes.of(List.of("0", "1"), Optional.empty());

    static final LinearModel LINEAR =
            new LinearModel(new double[][] {{1, -1, -0.01, 0.002, 0.1, 0.2, 0.3}}, new double[] {0.5}, Link.LOGISTIC);

    /** Adds 1 for women, else −1; 0.5 for fares of at least 100. */
    static final TreeEnsemble TREES = new TreeEnsemble(
            7,
            List.of(stump(0, 0.5f, 1, -1, false, -1), stump(3, 100, -0f, 0.5f, true, 0)),
            new float[] {0},
            Link.LOGISTIC);

    private Passengers() {}

    /** A present one-hot feature is 1 and so not below the threshold; an absent one goes to the default side. */
    private static Tree stump(
            int feature, float threshold, float ifPresent, float right, boolean defaultLeft, float left) {
        float above = feature == 0 ? ifPresent : right;
        return new Tree(
                0,
                new int[] {feature, 0, 0},
                new float[] {threshold, left, above},
                new int[] {1, -1, -1},
                new int[] {2, -1, -1},
                new boolean[] {feature == 0 || defaultLeft, false, false});
    }

    static CompiledModel compile(ModelForm form) {
        return CompiledModel.compile(SCHEMA, CATEGORIES, STEPS, SPACE, form, Optional.of(SURVIVED));
    }

    /** The trees without a table. */
    static CompiledModel walk() {
        return CompiledModel.compile(SCHEMA, CATEGORIES, STEPS, SPACE, TREES, Optional.of(SURVIVED), 0);
    }

    /** Writes the columns where they stand, and makes no object. */
    static final RowReader<Passenger> READER = new RowReader<>() {
        @Override
        public Schema schema() {
            return SCHEMA;
        }

        @Override
        public void read(Passenger row, RowBuffer buffer) {
            buffer.category(0, row.sex());
            buffer.number(1, row.age());
            buffer.number(2, row.fare());
            buffer.category(3, row.port());
        }
    };

    /** A reader that declares these columns, in this order. */
    static RowReader<Passenger> reader(Schema schema) {
        return new RowReader<>() {
            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public void read(Passenger row, RowBuffer buffer) {
                schema.find("sex").ifPresent(at -> buffer.category(at, row.sex()));
                schema.find("age").ifPresent(at -> buffer.number(at, row.age()));
                schema.find("fare").ifPresent(at -> buffer.number(at, row.fare()));
                schema.find("port").ifPresent(at -> buffer.category(at, row.port()));
            }
        };
    }
}
