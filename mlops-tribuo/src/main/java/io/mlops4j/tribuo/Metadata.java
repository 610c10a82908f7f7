package io.mlops4j.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.RealIDInfo;
import org.tribuo.protos.ProtoSerializable;
import org.tribuo.protos.core.FeatureDomainProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.RealIDInfoProto;
import org.tribuo.protos.core.VariableInfoProto;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.impl.EmptyDatasetProvenance;
import org.tribuo.provenance.impl.EmptyTrainerProvenance;

/** What Tribuo stores beside a model's numbers: here a function of the names of features and outputs alone. */
final class Metadata {

    static final String MODEL_NAME = "mlops";

    private Metadata() {}

    /** Tribuo's provenance holds times and settings; ours are in the lineage. */
    static ModelProvenance provenance(String modelClass) {
        return new ModelProvenance(
                modelClass,
                OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC),
                new EmptyDatasetProvenance(),
                new EmptyTrainerProvenance(),
                Map.of(),
                false);
    }

    static ModelDataProto of(String modelClass, Outputs<?> outputs, FeatureOrder order) {
        return ModelDataProto.newBuilder()
                .setName(MODEL_NAME)
                .setGenerateProbabilities(outputs instanceof LabelOutputs)
                .setFeatureDomain(features(order))
                .setOutputDomain(outputs.domain().serialize())
                .setProvenance(ProtoSerializable.PROVENANCE_SERIALIZER.serializeToProto(
                        ProvenanceUtil.marshalProvenance(provenance(modelClass))))
                .setTribuoVersion(org.tribuo.Tribuo.VERSION)
                .build();
    }

    /**
     * What {@link FeatureOrder#domain()} would write of itself, except that it writes the features in the order of a hash map, and
     * cannot write them at all under a Turkish default locale: it looks up a method by a name that it makes of {@code i} in upper
     * case.
     */
    private static FeatureDomainProto features(FeatureOrder order) {
        ImmutableFeatureMapProto.Builder features = ImmutableFeatureMapProto.newBuilder();
        for (int id = 0; id < order.size(); id++) {
            RealIDInfoProto info = RealIDInfoProto.newBuilder()
                    .setName(order.name(id))
                    .setCount(1)
                    .setId(id)
                    .build();
            features.addInfo(VariableInfoProto.newBuilder()
                    .setVersion(RealIDInfo.CURRENT_VERSION)
                    .setClassName(RealIDInfo.class.getName())
                    .setSerializedData(Canonical.pack(info)));
        }
        return FeatureDomainProto.newBuilder()
                .setVersion(ImmutableFeatureMap.CURRENT_VERSION)
                .setClassName(ImmutableFeatureMap.class.getName())
                .setSerializedData(Canonical.pack(features.build()))
                .build();
    }
}
