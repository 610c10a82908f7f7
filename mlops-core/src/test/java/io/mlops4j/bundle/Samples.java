package io.mlops4j.bundle;

import static io.mlops4j.api.data.ColumnType.BOOLEAN;
import static io.mlops4j.api.data.ColumnType.CATEGORICAL;
import static io.mlops4j.api.data.ColumnType.NUMERIC;
import static io.mlops4j.api.data.ColumnType.TEXT;
import static io.mlops4j.api.data.ColumnType.TIMESTAMP;

import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.NumericBins;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.check.TextProfile;
import io.mlops4j.api.check.TimestampProfile;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.ConfusionMatrix;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Interval;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Slice;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.FeatureSpace.Block;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Bundles of every shape, small enough to be changed bit by bit. */
final class Samples {

    static final Schema PASSENGER = Schema.of(
            "Passenger",
            Column.of("age", NUMERIC).nullable(true),
            Column.of("sex", CATEGORICAL),
            Column.of("alone", BOOLEAN),
            Column.of("note", TEXT).nullable(true),
            Column.of("boarded", TIMESTAMP).as(Role.TIME));

    static final Dictionary SEX = Dictionary.of(List.of("female", "male", "ändere"));

    private Samples() {}

    static BundleReader reader() {
        return Bundles.reader(List.of(new Scale.Format()));
    }

    /** Two classes, one margin, three features of two columns. */
    static BundleParts linear() {
        LinearModel model = new LinearModel(new double[][] {{0.1, -0.0, 5e-324}}, new double[] {-1.25}, Link.LOGISTIC);
        return new BundleParts(
                "survival",
                PASSENGER,
                List.of(Dictionary.empty(), SEX, Dictionary.empty(), Dictionary.empty(), Dictionary.empty()),
                Target.category("survived").positive("0"),
                Optional.of(Classes.of(List.of("0", "1"), Optional.of("0"))),
                List.of(new Scale(List.of("age"), Map.of("age", 0x1p-44), true)),
                new FeatureSpace(List.of(
                        new Block("age", false, 0, List.of("age")),
                        new Block("sex", true, 1, List.of("sex=female", "sex=male")))),
                Optional.of(model),
                Optional.empty(),
                golden(2, 0.25, 0.75, 1, 0),
                profile(),
                evaluation(),
                lineage());
    }

    /** Three classes, three margins, one tree each, and the model of the library that trained it. */
    static BundleParts trees() {
        BundleParts like = linear();
        Tree split = new Tree(
                1,
                new int[] {0, 0, 2, 0, 0},
                new float[] {0.5f, -1, Float.POSITIVE_INFINITY, 2, -0f},
                new int[] {1, Tree.LEAF, 3, Tree.LEAF, Tree.LEAF},
                new int[] {2, Tree.LEAF, 4, Tree.LEAF, Tree.LEAF},
                new boolean[] {true, false, false, false, false});
        return new BundleParts(
                "trees",
                like.input(),
                like.categories(),
                Target.category("port"),
                Optional.of(Classes.of(List.of("C", "Q", "S"), Optional.empty())),
                List.of(),
                like.space(),
                Optional.of(new TreeEnsemble(
                        3,
                        List.of(leaf(0, 0.5f), split, leaf(2, Float.MIN_VALUE)),
                        new float[] {0, 0.5f, 1},
                        Link.SOFTMAX)),
                Optional.of(new ReferenceModel("tribuo-protobuf", new byte[] {8, 1, 18, (byte) 0xac})),
                golden(3, 0.25, 0.5, 0.25, 0, 0, 1),
                like.profile(),
                like.evaluation(),
                like.lineage());
    }

    /** As {@link #trees()}, with a thousand of them and a reference model of a megabyte. */
    static BundleParts large() {
        BundleParts like = trees();
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            trees.add(leaf(i % 3, i));
        }
        byte[] reference = new byte[1 << 20];
        new SplittableRandom(1).nextBytes(reference);
        return new BundleParts(
                "large",
                like.input(),
                like.categories(),
                like.target(),
                like.classes(),
                like.steps(),
                like.space(),
                Optional.of(new TreeEnsemble(3, trees, new float[] {0, 0.5f, 1}, Link.SOFTMAX)),
                Optional.of(new ReferenceModel("tribuo-protobuf", reference)),
                like.golden(),
                like.profile(),
                like.evaluation(),
                like.lineage());
    }

    /** A number, without classes, confusion matrix and flat arrays. */
    static BundleParts regression() {
        BundleParts like = linear();
        return new BundleParts(
                "fares",
                like.input(),
                like.categories(),
                Target.number("fare"),
                Optional.empty(),
                like.steps(),
                new FeatureSpace(List.of()),
                Optional.empty(),
                Optional.of(new ReferenceModel("somebody's", new byte[0])),
                golden(1, -0.0, 1e300),
                new Profile(0, List.of()),
                new Evaluation(0, List.of(), Optional.empty()),
                Map.of());
    }

    static Tree leaf(int margin, float value) {
        return new Tree(
                margin,
                new int[] {0},
                new float[] {value},
                new int[] {Tree.LEAF},
                new int[] {Tree.LEAF},
                new boolean[] {false});
    }

    static GoldenRows golden(int outputs, double... answers) {
        DatasetBuilder rows = Dataset.builder(PASSENGER);
        rows.row().number(0, -0.0);
        rows.row().category(1, "male");
        rows.row().flag(2, true);
        rows.row().text(3, "\"quoted\"\u2028\u0007 \uD83D\uDEA2");
        rows.row().time(4, Instant.parse("1912-04-10T12:00:00.000000001Z"));
        rows.add();
        rows.row().number(0, Double.NaN);
        rows.row().category(1, "never seen");
        rows.row().flag(2, false);
        rows.row().time(4, Instant.EPOCH);
        rows.add();
        return new GoldenRows(rows.build(), outputs, answers);
    }

    static Profile profile() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("male", 577L);
        counts.put("female", 314L);
        return new Profile(
                891,
                List.of(
                        new NumericProfile(
                                "age",
                                891,
                                177,
                                88,
                                0,
                                29.69911764705882,
                                14.526497332334044,
                                Double.NaN,
                                Double.NEGATIVE_INFINITY,
                                -0.0,
                                80,
                                Collections.nCopies(15, 0x1p-44),
                                new NumericBins(List.of(-0.0, 0x1p-44), List.of(0L, 700L, 14L))),
                        new CategoryProfile("sex", 891, 0, 2, counts),
                        new TextProfile("note", 891, 890, 1, 5, 5, 5),
                        new TimestampProfile(
                                "boarded",
                                891,
                                0,
                                3,
                                Optional.of(Instant.EPOCH),
                                Optional.of(Instant.ofEpochSecond(1, 1000))),
                        new TimestampProfile("left", 891, 891, 0, Optional.empty(), Optional.empty())));
    }

    static Evaluation evaluation() {
        return new Evaluation(
                179,
                List.of(
                        new Measurement(
                                MetricKey.of("accuracy"),
                                Optional.empty(),
                                0.8212290502793296,
                                Optional.of(new Interval(0.77, 0.87, 0.95)),
                                179),
                        new Measurement(
                                MetricKey.of("roc_auc", "1"),
                                Optional.of(new Slice("sex", "male")),
                                Double.NaN,
                                Optional.empty(),
                                1),
                        new Measurement(
                                MetricKey.of("f1", Averaging.MACRO), Optional.empty(), 0.5, Optional.empty(), 179)),
                Optional.of(new ConfusionMatrix(List.of("0", "1"), List.of(List.of(90L, 10L), List.of(20L, 59L)))));
    }

    static Map<String, Object> lineage() {
        return Map.of(
                "seed", 42, "data", Map.of("train", "0123abcd"), "parameters", List.of(1L << 53, 0.1, true, "text"));
    }
}
