package io.mlops4j.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.common.xgboost.protos.XGBoostOutputConverterProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;

/** Bytes that were made to do harm reach neither Tribuo nor native code. */
class HostileModelTest {

    private static final TrainingSet ROWS = SmallRows.classes("no", "yes");
    private static final List<String> OUTPUTS = List.of("no", "yes");
    private static final ModelProto LINEAR = message(Tribuo.logisticRegression()
            .epochs(2)
            .train(ROWS, Progress.NONE)
            .reference()
            .orElseThrow());
    private static final ModelProto TREES = message(Tribuo.xgboostClassification()
            .rounds(3)
            .train(ROWS, Progress.NONE)
            .reference()
            .orElseThrow());
    private static final String CANARY = "io.mlops4j.tribuo.Canary";

    private static ModelProto message(ReferenceModel model) {
        try {
            return ModelProto.parseFrom(model.bytes());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static OpenModel open(byte[] bytes) {
        return Tribuo.modelFormat().open(new ReferenceModel("tribuo-protobuf", bytes), ROWS.space(), OUTPUTS);
    }

    private static void assertRefused(ModelProto message) {
        assertRefused(message.toByteArray());
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> open(bytes))
                .isInstanceOfAny(CorruptArtifactException.class, UnsupportedModelException.class)
                .hasMessageContaining("tribuo-protobuf")
                .hasMessageNotContaining(CANARY);
        assertThat(System.getProperty(Canary.SONG)).as("the canary's song").isNull();
    }

    @BeforeEach
    @AfterEach
    void silenceTheCanary() {
        System.clearProperty(Canary.SONG);
    }

    @Test
    void opensWhatWasNotTouched() {
        open(Canonical.bytes(LINEAR)).close();
        open(Canonical.bytes(TREES)).close();
    }

    @Test
    @Tag("T06")
    void refusesAForeignClassAtTheTop() {
        assertRefused(LINEAR.toBuilder().setClassName(CANARY).build());
        assertRefused(TREES.toBuilder().setClassName(CANARY).build());
    }

    @Test
    @Tag("T06")
    void refusesAForeignClassThatComesSecondOnTheWire() {
        byte[] second = ModelProto.newBuilder().setClassName(CANARY).build().toByteArray();
        assertRefused(LINEAR.toByteString().concat(ByteString.copyFrom(second)).toByteArray());
    }

    @Test
    @Tag("T06")
    void refusesAForeignConverter() throws Exception {
        XGBoostModelProto model = TREES.getSerializedData().unpack(XGBoostModelProto.class);
        assertRefused(trees(model.toBuilder()
                .setConverter(XGBoostOutputConverterProto.newBuilder().setClassName(CANARY))
                .build()));
    }

    @Test
    @Tag("T06")
    void refusesAForeignNormalizer() throws Exception {
        ClassificationLinearSGDProto model = linear();
        assertRefused(linear(model.toBuilder()
                .setNormalizer(model.getNormalizer().toBuilder().setClassName(CANARY))
                .build()));
    }

    @Test
    @Tag("T06")
    void refusesAForeignTensorDeepInTheWeights() throws Exception {
        ClassificationLinearSGDProto model = linear();
        LinearParametersProto weights = model.getParams().getSerializedData().unpack(LinearParametersProto.class);
        LinearParametersProto hostile = weights.toBuilder()
                .setWeightMatrix(weights.getWeightMatrix().toBuilder().setClassName(CANARY))
                .build();
        assertRefused(linear(model.toBuilder()
                .setParams(model.getParams().toBuilder().setSerializedData(Any.pack(hostile)))
                .build()));
    }

    @Test
    @Tag("T06")
    void refusesForeignClassesInTheMetadata() throws Exception {
        assertRefusedMetadata(data -> data.toBuilder()
                .setFeatureDomain(data.getFeatureDomain().toBuilder().setClassName(CANARY))
                .build());
        assertRefusedMetadata(data -> data.toBuilder()
                .setOutputDomain(data.getOutputDomain().toBuilder().setClassName(CANARY))
                .build());
        assertRefusedMetadata(data -> data.toBuilder()
                .setProvenance(data.getProvenance().toBuilder()
                        .setOmp(0, data.getProvenance().getOmp(0).toBuilder().setProvenanceClassName(CANARY)))
                .build());
        assertRefusedMetadata(data -> data.toBuilder()
                .setProvenance(data.getProvenance().toBuilder()
                        .setSmp(0, data.getProvenance().getSmp(0).toBuilder().setProvenanceClassName(CANARY)))
                .build());
        assertRefusedMetadata(HostileModelTest::withForeignFeature);
    }

    private static ModelDataProto withForeignFeature(ModelDataProto data) {
        try {
            ImmutableFeatureMapProto map =
                    data.getFeatureDomain().getSerializedData().unpack(ImmutableFeatureMapProto.class);
            ImmutableFeatureMapProto hostile = map.toBuilder()
                    .setInfo(2, map.getInfo(2).toBuilder().setClassName(CANARY))
                    .build();
            return data.toBuilder()
                    .setFeatureDomain(data.getFeatureDomain().toBuilder().setSerializedData(Any.pack(hostile)))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefusedMetadata(UnaryOperator<ModelDataProto> change) throws Exception {
        ClassificationLinearSGDProto model = linear();
        assertRefused(linear(
                model.toBuilder().setMetadata(change.apply(model.getMetadata())).build()));
        XGBoostModelProto trees = TREES.getSerializedData().unpack(XGBoostModelProto.class);
        assertRefused(trees(
                trees.toBuilder().setMetadata(change.apply(trees.getMetadata())).build()));
    }

    /** What the pre-flight is for: without it, the static initialiser runs. Its own canary, since each sings only once. */
    @Test
    @Tag("T06")
    void tribuoAloneWouldRunTheForeignClass() {
        ModelProto hostile =
                LINEAR.toBuilder().setClassName(OtherCanary.class.getName()).build();
        assertThatThrownBy(() -> Model.deserialize(hostile)).isInstanceOf(RuntimeException.class);
        assertThat(System.getProperty(OtherCanary.SONG)).isEqualTo("sung");
        System.clearProperty(OtherCanary.SONG);
    }

    /** Sings in the cage, to show that the others could. */
    public static final class OtherCanary {

        static final String SONG = "io.mlops4j.tribuo.other-canary";

        static {
            System.setProperty(SONG, "sung");
        }

        private OtherCanary() {}
    }

    @Test
    @Tag("T06")
    void refusesUnknownFields() {
        UnknownFieldSet.Field extra = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(CANARY))
                .build();
        assertRefused(LINEAR.toBuilder()
                .setUnknownFields(
                        UnknownFieldSet.newBuilder().addField(99, extra).build())
                .build());
    }

    @Test
    @Tag("T07")
    void refusesNativeBytesThatAreNoBooster() throws Exception {
        assertRefused(booster(new byte[0]));
        assertRefused(booster(new byte[] {1, 2, 3}));
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        assertRefused(booster(noise));
        byte[] nested = new byte[100_000];
        Arrays.fill(nested, (byte) '[');
        assertRefused(booster(nested));
    }

    @Test
    @Tag("T07")
    void refusesMoreBytesThanAnyModelHas() {
        assertThatThrownBy(() -> new Preflight(new FeatureOrder(ROWS.space()), new LabelOutputs(OUTPUTS))
                        .check(new byte[Preflight.MOST_BYTES + 1]))
                .isInstanceOf(CorruptArtifactException.class)
                .hasMessageContaining("268435457 bytes");
    }

    @Test
    @Tag("T03")
    void refusesEveryTruncation() {
        for (ModelProto model : List.of(LINEAR, TREES)) {
            byte[] bytes = Canonical.bytes(model);
            for (int length = 0; length < bytes.length; length++) {
                assertRefused(Arrays.copyOf(bytes, length));
            }
            assertRefused(Arrays.copyOf(bytes, bytes.length + 1));
        }
    }

    /** A flipped bit in a number gives another number, which the bundle's digest refuses before this library looks at it. */
    @Test
    @Tag("T07")
    void aFlippedBitIsRefusedOrChangesANumberOnly() {
        for (ModelProto model : List.of(LINEAR, TREES)) {
            byte[] bytes = Canonical.bytes(model);
            int passed = 0;
            for (int bit = 0; bit < bytes.length * 8; bit += 97) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                try (OpenModel open = open(flipped)) {
                    assertThat(open.score(ROWS.features())).hasSize(2 * SmallRows.SIZE);
                    passed++;
                } catch (MlopsException e) {
                    assertThat(e).isInstanceOfAny(CorruptArtifactException.class, UnsupportedModelException.class);
                }
            }
            assertThat(passed).as("flips in numbers").isPositive();
            assertThat(System.getProperty(Canary.SONG)).isNull();
        }
    }

    @Test
    void refusesAModelOfOtherFeaturesOrOutputs() {
        FeatureSpace others =
                SmallRows.with(SmallRows.column(1, 2), ROWS.truth()).space();
        for (ModelProto model : List.of(LINEAR, TREES)) {
            ReferenceModel stored = new ReferenceModel("tribuo-protobuf", Canonical.bytes(model));
            assertThatThrownBy(() -> Tribuo.modelFormat().open(stored, others, OUTPUTS))
                    .isInstanceOf(CorruptArtifactException.class);
            assertThatThrownBy(() -> Tribuo.modelFormat().open(stored, ROWS.space(), List.of("no", "perhaps")))
                    .isInstanceOf(CorruptArtifactException.class);
            assertThatThrownBy(() -> Tribuo.modelFormat().open(stored, ROWS.space(), List.of("a", "b", "c")))
                    .isInstanceOf(CorruptArtifactException.class);
            assertThatThrownBy(() -> Tribuo.modelFormat().open(stored, ROWS.space(), List.of("value")))
                    .isInstanceOf(MlopsException.class);
        }
    }

    private static ClassificationLinearSGDProto linear() throws InvalidProtocolBufferException {
        return LINEAR.getSerializedData().unpack(ClassificationLinearSGDProto.class);
    }

    private static ModelProto linear(ClassificationLinearSGDProto model) {
        return LINEAR.toBuilder().setSerializedData(Any.pack(model)).build();
    }

    private static ModelProto trees(XGBoostModelProto model) {
        return TREES.toBuilder().setSerializedData(Any.pack(model)).build();
    }

    private static ModelProto booster(byte[] bytes) throws InvalidProtocolBufferException {
        return trees(TREES.getSerializedData().unpack(XGBoostModelProto.class).toBuilder()
                .setModels(0, ByteString.copyFrom(bytes))
                .build());
    }
}
