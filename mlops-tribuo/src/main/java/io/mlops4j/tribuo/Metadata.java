package io.mlops4j.tribuo;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.impl.ModelDataCarrier;
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
        ModelDataProto message = carrier(modelClass, outputs, order).serialize();
        return message.toBuilder()
                .setFeatureDomain(sorted(message.getFeatureDomain()))
                .build();
    }

    private static ModelDataCarrier<?> carrier(String modelClass, Outputs<?> outputs, FeatureOrder order) {
        return new ModelDataCarrier<>(
                MODEL_NAME,
                provenance(modelClass),
                order.domain(),
                outputs.domain(),
                outputs instanceof LabelOutputs,
                org.tribuo.Tribuo.VERSION);
    }

    /** Tribuo writes the features in the order of a hash map. */
    private static FeatureDomainProto sorted(FeatureDomainProto domain) {
        try {
            ImmutableFeatureMapProto map = domain.getSerializedData().unpack(ImmutableFeatureMapProto.class);
            Map<String, VariableInfoProto> byName = new HashMap<>();
            for (VariableInfoProto info : map.getInfoList()) {
                byName.put(
                        info.getSerializedData().unpack(RealIDInfoProto.class).getName(), info);
            }
            List<String> names = new ArrayList<>(byName.keySet());
            names.sort(Comparator.naturalOrder());
            ImmutableFeatureMapProto.Builder ordered = map.toBuilder().clearInfo();
            names.forEach(name -> ordered.addInfo(byName.get(name)));
            return domain.toBuilder()
                    .setSerializedData(Canonical.pack(ordered.build()))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Tribuo wrote a feature domain that it cannot read.", e);
        }
    }
}
