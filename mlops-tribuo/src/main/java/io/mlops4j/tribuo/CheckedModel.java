package io.mlops4j.tribuo;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.train.OpenModel;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.protos.core.ModelProto;

/** A stored model that passed the {@link Preflight}. */
sealed interface CheckedModel {

    /** The message, written anew. */
    ModelProto message();

    <T extends Output<T>> OpenModel open(Outputs<T> outputs, FeatureOrder order);

    /** A linear model. */
    record Linear(ModelProto message) implements CheckedModel {

        @Override
        public <T extends Output<T>> OpenModel open(Outputs<T> outputs, FeatureOrder order) {
            Model<T> model = Model.deserialize(message).castModel(outputs.type());
            return new OpenTribuoModel<>(model, outputs, order, RowEntries::forLinear, () -> {});
        }
    }

    /** An ensemble of trees. */
    final class Trees implements CheckedModel {

        private final ModelProto message;
        private final byte[] booster;

        Trees(ModelProto message, byte[] booster) {
            this.message = message;
            this.booster = booster;
        }

        @Override
        public ModelProto message() {
            return message;
        }

        @Override
        public <T extends Output<T>> OpenModel open(Outputs<T> outputs, FeatureOrder order) {
            OwnedBooster<T> owned = NativeWork.run(
                    "open a model", CorruptArtifactException::new, () -> new OwnedBooster<>(booster, outputs, order));
            return new OpenTribuoModel<>(owned.model(), outputs, order, RowEntries::forTrees, owned::close);
        }
    }
}
