package io.mlops4j.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.EmptyTrainerProvenance;

/** Tribuo's model around a booster of ours, so that its native memory can be freed; Tribuo leaves that to the collector. */
final class OwnedBooster<T extends Output<T>> implements AutoCloseable {

    private final Booster booster;
    private final XGBoostModel<T> model;

    OwnedBooster(byte[] bytes, Outputs<T> outputs, FeatureOrder order) throws XGBoostError {
        booster = loaded(bytes);
        model = new Door<T>().model(booster, outputs, order);
    }

    private static Booster loaded(byte[] bytes) throws XGBoostError {
        try {
            Booster booster = XGBoost.loadModel(bytes);
            booster.setParam("nthread", 1);
            return booster;
        } catch (IOException e) {
            throw new XGBoostError("no booster", e);
        }
    }

    XGBoostModel<T> model() {
        return model;
    }

    @Override
    public void close() {
        booster.dispose();
    }

    /** The way that Tribuo leaves its trainers to make a model. */
    private static final class Door<T extends Output<T>> extends XGBoostTrainer<T> {

        Door() {
            super(1);
        }

        XGBoostModel<T> model(Booster booster, Outputs<T> outputs, FeatureOrder order) {
            return createModel(
                    Metadata.MODEL_NAME,
                    Metadata.provenance(BoosterProto.TYPE),
                    order.domain(),
                    outputs.domain(),
                    List.of(booster),
                    outputs.converter());
        }

        @Override
        public Model<T> train(Dataset<T> examples, Map<String, Provenance> runProvenance) {
            throw new UnsupportedOperationException("only makes models");
        }

        @Override
        public Model<T> train(Dataset<T> examples, Map<String, Provenance> runProvenance, int invocationCount) {
            throw new UnsupportedOperationException("only makes models");
        }

        @Override
        public TrainerProvenance getProvenance() {
            return new EmptyTrainerProvenance();
        }
    }
}
