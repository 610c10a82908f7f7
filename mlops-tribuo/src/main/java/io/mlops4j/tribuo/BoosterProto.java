package io.mlops4j.tribuo;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** An XGBoost model as Tribuo's message: nothing in it but the booster's bytes and the names. */
final class BoosterProto {

    static final String TYPE = XGBoostModel.class.getName();

    private BoosterProto() {}

    static ModelProto encode(Outputs<?> outputs, FeatureOrder order, byte[] booster) {
        XGBoostModelProto model = XGBoostModelProto.newBuilder()
                .setMetadata(Metadata.of(TYPE, outputs, order))
                .setConverter(outputs.converter().serialize())
                .addModels(ByteString.copyFrom(booster))
                .build();
        return ModelProto.newBuilder()
                .setVersion(XGBoostModel.CURRENT_VERSION)
                .setClassName(TYPE)
                .setSerializedData(Canonical.pack(model))
                .build();
    }

    /** The booster's bytes in a message, and only they. */
    static byte[] decode(ModelProto message) throws InvalidProtocolBufferException {
        XGBoostModelProto model = message.getSerializedData().unpack(XGBoostModelProto.class);
        if (model.getModelsCount() != 1) {
            throw new IllegalArgumentException("it holds " + model.getModelsCount() + " boosters, not one");
        }
        return model.getModels(0).toByteArray();
    }
}
