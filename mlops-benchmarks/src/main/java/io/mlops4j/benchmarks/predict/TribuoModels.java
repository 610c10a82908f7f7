package io.mlops4j.benchmarks.predict;

import com.google.protobuf.InvalidProtocolBufferException;
import io.mlops4j.api.bundle.Bundle;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;

/** Opens the Tribuo model in a bundle that was trained a moment ago in this process. */
final class TribuoModels {

    private TribuoModels() {}

    static Model<Label> open(Bundle bundle) {
        try {
            return Model.deserialize(ModelProto.parseFrom(
                            bundle.reference().orElseThrow().bytes()))
                    .castModel(Label.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
