package io.mlops4j.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.mlops4j.api.train.FeatureSpace;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tribuo.Output;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.FeatureDomainProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.RealIDInfoProto;
import org.tribuo.protos.core.VariableInfoProto;

/** What is stored beside a model's numbers is what Tribuo itself stores, where Tribuo can store it at all. */
@Tag("F28")
class MetadataTest {

    private static final String MODEL = "org.tribuo.SomeModel";
    private static final FeatureOrder ORDER =
            new FeatureOrder(SmallRows.classes("no", "yes").space());

    private static <T extends Output<T>> ModelDataProto tribuos(Outputs<T> outputs, FeatureOrder order) {
        ModelDataProto message = new ModelDataCarrier<>(
                        Metadata.MODEL_NAME,
                        Metadata.provenance(MODEL),
                        order.domain(),
                        outputs.domain(),
                        outputs instanceof LabelOutputs,
                        org.tribuo.Tribuo.VERSION)
                .serialize();
        return message.toBuilder()
                .setFeatureDomain(sorted(message.getFeatureDomain()))
                .build();
    }

    /** Tribuo writes the features in the order of a hash map. */
    private static FeatureDomainProto sorted(FeatureDomainProto domain) {
        try {
            ImmutableFeatureMapProto map = domain.getSerializedData().unpack(ImmutableFeatureMapProto.class);
            List<VariableInfoProto> infos = map.getInfoList().stream()
                    .sorted(Comparator.comparing(MetadataTest::name))
                    .toList();
            return domain.toBuilder()
                    .setSerializedData(Canonical.pack(
                            map.toBuilder().clearInfo().addAllInfo(infos).build()))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(VariableInfoProto info) {
        try {
            return info.getSerializedData().unpack(RealIDInfoProto.class).getName();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertTribuos(Outputs<?> outputs, FeatureOrder order) {
        assumeThat(Locale.getDefault().getLanguage())
                .as("the language, in which Tribuo can write")
                .isNotIn("tr", "az");
        assertThat(Canonical.bytes(Metadata.of(MODEL, outputs, order)))
                .isEqualTo(Canonical.bytes(tribuos(outputs, order)));
    }

    @Test
    void ofClasses() {
        assertTribuos(new LabelOutputs(List.of("no", "yes")), ORDER);
        assertTribuos(new LabelOutputs(List.of("İ", "a", "ı", "zz")), ORDER);
    }

    @Test
    void ofANumber() {
        assertTribuos(new ValueOutputs(), ORDER);
    }

    @Test
    void ofOneFeature() {
        FeatureSpace space = SmallRows.with(
                        SmallRows.column(1, 2), SmallRows.classes("no", "yes").truth())
                .space();
        assertTribuos(new ValueOutputs(), new FeatureOrder(space));
    }
}
