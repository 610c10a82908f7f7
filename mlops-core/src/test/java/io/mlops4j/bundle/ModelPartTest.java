package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flat arrays, byte for byte. */
class ModelPartTest {

    private static final BundleLimits.Model LIMITS = new BundleLimits.Model(10, 5, 20, 3);

    private static final Tree STUMP = new Tree(
            0,
            new int[] {1, 0, 0},
            new float[] {0.5f, -1, 1},
            new int[] {1, Tree.LEAF, Tree.LEAF},
            new int[] {2, Tree.LEAF, Tree.LEAF},
            new boolean[] {true, false, false});

    /** The example of docs/bundle-format.md. */
    @Test
    void aLinearModelHasTheseBytes() {
        byte[] bytes = ModelPart.encode(new LinearModel(new double[][] {{1, -2}}, new double[] {0.5}, Link.LOGISTIC));

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("01000000" + "01000000" + "01000000" + "02000000" + "000000000000e03f" + "000000000000f03f"
                        + "00000000000000c0");
    }

    /** The example of docs/bundle-format.md. */
    @Test
    void anEnsembleHasTheseBytes() {
        byte[] bytes = ModelPart.encode(new TreeEnsemble(2, List.of(STUMP), new float[] {0.25f}, Link.IDENTITY));

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("02000000" + "00000000" + "01000000" + "02000000" + "01000000" + "03000000"
                        + "0000803e" + "00000000" + "03000000"
                        + "010000000000000000000000" + "0000003f000080bf0000803f"
                        + "01000000ffffffffffffffff" + "02000000ffffffffffffffff" + "010000");
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void everyLinkComesBack(Link link) {
        LinearModel model = new LinearModel(new double[][] {{}}, new double[] {1}, link);

        assertThat(decode(ModelPart.encode(model))).isEqualTo(model);
    }

    @Property(tries = 200)
    void anyLinearModelComesBack(@ForAll @Size(min = 1, max = 3) List<@Size(4) List<Double>> rows) {
        double[][] weights = rows.stream()
                .map(row -> row.stream().mapToDouble(x -> x).toArray())
                .toArray(double[][]::new);
        LinearModel model = new LinearModel(weights, new double[weights.length], Link.SOFTMAX);

        assertThat(decode(ModelPart.encode(model), BundleLimits.DEFAULTS.model()))
                .isEqualTo(model);
    }

    @Property(tries = 200)
    void anyChainOfSplitsComesBack(
            @ForAll @IntRange(min = 1, max = 30) int splits, @ForAll float value, @ForAll boolean left) {
        TreeEnsemble model = new TreeEnsemble(
                splits, List.of(chain(splits, value, left), stumpOf(splits)), new float[] {value, 0}, Link.SOFTMAX);

        assertThat(decode(ModelPart.encode(model), BundleLimits.DEFAULTS.model()))
                .isEqualTo(model);
    }

    private static Tree stumpOf(int features) {
        return features > 1 ? STUMP : Samples.leaf(1, 3);
    }

    /** Every split has a leaf on the left and the next split on the right. */
    private static Tree chain(int splits, float value, boolean defaultLeft) {
        int nodes = 2 * splits + 1;
        int[] features = new int[nodes];
        float[] numbers = new float[nodes];
        int[] lefts = new int[nodes];
        int[] rights = new int[nodes];
        boolean[] defaults = new boolean[nodes];
        Arrays.fill(lefts, Tree.LEAF);
        Arrays.fill(rights, Tree.LEAF);
        Arrays.fill(numbers, value);
        for (int i = 0; i < splits; i++) {
            features[2 * i] = i;
            lefts[2 * i] = 2 * i + 1;
            rights[2 * i] = 2 * i + 2;
            defaults[2 * i] = defaultLeft;
        }
        return new Tree(0, features, numbers, lefts, rights, defaults);
    }

    @Test
    void anEnsembleWithoutTreesComesBack() {
        TreeEnsemble model = new TreeEnsemble(0, List.of(), new float[] {1}, Link.LOGISTIC);

        assertThat(decode(ModelPart.encode(model))).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, there is no kind 3 of a model",
        "4, 7, there is no link 7",
        "4, -1, there is no link -1",
        "8, 0, it declares 0 margins and 2 features",
        "8, -1, it declares -1 margins",
        "12, -1, it declares 1 margins and -1 features"
    })
    void aHeaderThatNeverWasIsRefused(int at, int value, String problem) {
        refused(with(linear(2), at, value)).withMessageContaining(problem);
    }

    @ParameterizedTest
    @Tag("T02")
    @CsvSource({
        "8, 1000000000, its counts ask for 24000000000 bytes of arrays",
        "12, 1000000000, its counts ask for 8000000008 bytes of arrays",
        "12, 2147483647, its counts ask for 17179869184 bytes of arrays",
        "12, 3, its counts ask for 32 bytes of arrays"
    })
    void aLinearModelThatDeclaresMoreThanItHasIsRefused(int at, int value, String problem) {
        refused(with(linear(2), at, value)).withMessageContaining(problem);
    }

    @Test
    @Tag("T02")
    void manyMarginsWithoutFeaturesAreRefused() {
        LinearModel model = new LinearModel(new double[11][0], new double[11], Link.SOFTMAX);

        beyond(ModelPart.encode(model)).withMessageContaining("it declares 11 margins, the limit is 10");
    }

    @Test
    @Tag("T02")
    void countsWhoseProductDoesNotFitIntoALongAreRefused() {
        byte[] bytes = with(with(linear(0), 8, Integer.MAX_VALUE), 12, Integer.MAX_VALUE);

        refused(bytes).withMessageContaining("its counts ask for 9223372036854775800 bytes of arrays, it has 8");
    }

    @ParameterizedTest
    @Tag("T02")
    @CsvSource({
        "16, 1000000000, its counts ask for 8000000055 bytes",
        "16, -1, it declares -1 trees",
        "16, 2, its counts ask for",
        "20, 1000000000, its counts ask for 17000000012 bytes",
        "20, -1, it declares 1 trees and -1 nodes",
        "20, 4, its counts ask for",
        "8, 1000000000, its counts ask for 4000000059 bytes"
    })
    void anEnsembleThatDeclaresMoreThanItHasIsRefused(int at, int value, String problem) {
        refused(with(stump(), at, value)).withMessageContaining(problem);
    }

    @Test
    @Tag("T02")
    void limitsAreReachedAndNotPassed() {
        assertThat(decode(linear(10)).features()).isEqualTo(10);
        beyond(linear(11)).withMessageContaining("11 weights, the limit is 10. Raise BundleLimits.model");
        assertThat(decode(trees(5, STUMP)).features()).isEqualTo(3);
        assertThat(decode(trees(4, chain(2, 0, true))).features()).isEqualTo(3);
        beyond(trees(6, STUMP)).withMessageContaining("6 trees, the limit is 5");
        beyond(trees(5, chain(2, 0, true))).withMessageContaining("25 nodes, the limit is 20");
        assertThat(decode(trees(1, chain(3, 0, true))).features()).isEqualTo(3);
        beyond(trees(1, chain(4, 0, true))).withMessageContaining("4 levels of a tree, the limit is 3");
    }

    @Test
    @Tag("T02")
    void aTreeWithACircleIsRefused() {
        refusedInBundle(24 + 4 + 8 + 24 + 4, 0, "child 0 that is not its own");
        refusedInBundle(24 + 4 + 8 + 24, 1_000_000, "child 1000000 that is not its own");
        refusedInBundle(24 + 4 + 8 + 24, 2, "child 2 that is not its own");
    }

    /** What the constructors of the vocabulary refuse is told as a fault of the part. */
    private static void refusedInBundle(int at, int value, String problem) {
        BundleParts sample = Samples.trees();
        Rebuilt bundle = new Rebuilt(new BundleParts(
                sample.name(),
                sample.input(),
                sample.categories(),
                sample.target(),
                sample.classes(),
                sample.steps(),
                sample.space(),
                java.util.Optional.of(new TreeEnsemble(3, List.of(STUMP), new float[3], Link.SOFTMAX)),
                sample.reference(),
                sample.golden(),
                sample.profile(),
                sample.evaluation(),
                sample.lineage()));

        // two more margins than in the example
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> Samples.reader()
                        .read(bundle.with(Part.MODEL, with(bundle.bytes(Part.MODEL), at + 8, value))
                                .consistent()))
                .withMessageContaining("part 'model.bin': ")
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aTreeThatDeclaresOtherNodesIsRefused(int nodes) {
        refused(with(stump(), 32, nodes)).withMessageContaining("nodes");
    }

    @Test
    void aDefaultSideIsZeroOrOne() {
        byte[] bytes = stump();
        bytes[bytes.length - 1] = 2;

        refused(bytes).withMessageContaining("a default side is 2, not 0 or 1");
    }

    @Test
    void whatIsNotFiniteIsRefusedOnReading() {
        int nan = Float.floatToIntBits(Float.NaN);
        int infinity = Float.floatToIntBits(Float.POSITIVE_INFINITY);

        refused(with(linear(2), 20, 0x7ff00000)).withMessageContaining("not finite");
        refused(with(linear(2), 28, 0x7ff80000)).withMessageContaining("not finite");
        refused(with(stump(), 24, nan)).withMessageContaining("a base is not finite");
        refused(with(stump(), 48, nan)).withMessageContaining("a threshold is NaN");
        refused(with(stump(), 52, infinity)).withMessageContaining("a leaf is not finite");
        assertThat(decode(with(stump(), 48, infinity))).isInstanceOf(TreeEnsemble.class);
    }

    @Test
    void whatIsNotFiniteIsRefusedOnWriting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelPart.encode(new LinearModel(
                        new double[][] {{0, Double.NaN}}, new double[] {0}, Link.IDENTITY)))
                .withMessageContaining("the weight of feature 1 of the linear model is NaN: the training diverged");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelPart.encode(
                        new LinearModel(new double[][] {{0}}, new double[] {Double.NEGATIVE_INFINITY}, Link.IDENTITY)))
                .withMessageContaining("intercept 0 of the linear model is -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trees(1, Samples.leaf(0, Float.POSITIVE_INFINITY)))
                .withMessageContaining("a leaf or base of the tree ensemble is Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ModelPart.encode(new TreeEnsemble(0, List.of(), new float[] {Float.NaN}, Link.IDENTITY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trees(
                        1,
                        new Tree(
                                0,
                                new int[3],
                                new float[] {Float.NaN, 0, 0},
                                new int[] {1, -1, -1},
                                new int[] {2, -1, -1},
                                new boolean[3])))
                .withMessageContaining("a threshold of the tree ensemble is NaN");
    }

    @Test
    @Tag("T03")
    void everyTruncationIsRefused() {
        for (byte[] whole : List.of(linear(2), stump())) {
            for (int length = 0; length < whole.length; length++) {
                refused(Arrays.copyOf(whole, length));
            }
            refused(Arrays.copyOf(whole, whole.length + 1));
        }
    }

    private static byte[] linear(int features) {
        return ModelPart.encode(
                new LinearModel(new double[][] {new double[features]}, new double[] {1}, Link.LOGISTIC));
    }

    private static byte[] stump() {
        return ModelPart.encode(new TreeEnsemble(2, List.of(STUMP), new float[] {0}, Link.IDENTITY));
    }

    private static byte[] trees(int count, Tree tree) {
        return ModelPart.encode(new TreeEnsemble(
                Math.max(3, tree.nodes() / 2), Collections.nCopies(count, tree), new float[] {0}, Link.IDENTITY));
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }

    private static ModelForm decode(byte[] bytes) {
        return decode(bytes, LIMITS);
    }

    private static ModelForm decode(byte[] bytes, BundleLimits.Model limits) {
        return ModelPart.decode(new StoredEntry("model.bin", bytes).buffer(), limits);
    }

    private static ThrowableAssertAlternative<CorruptArtifactException> refused(byte[] bytes) {
        return assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> decode(bytes))
                .withMessageStartingWith("part 'model.bin': ");
    }

    private static ThrowableAssertAlternative<BeyondLimitException> beyond(byte[] bytes) {
        return assertThatExceptionOfType(BeyondLimitException.class)
                .isThrownBy(() -> decode(bytes))
                .withMessageStartingWith("part 'model.bin': it declares ")
                .withMessageEndingWith(" Raise BundleLimits.model if you trust it.");
    }
}
