package io.mlops4j.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.mlops4j.api.train.Link;
import java.util.Map;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.OutputFactory;
import org.tribuo.Prediction;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.math.protos.ParametersProto;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDModel;
import org.tribuo.regression.sgd.protos.RegressionLinearSGDProto;
import org.tribuo.regression.xgboost.XGBoostRegressionConverter;

/** One number. */
final class ValueOutputs implements Outputs<Regressor> {

    /** Always the same, since a training set does not tell the name of its target. */
    private static final String NAME = "value";

    Regressor value(double value) {
        return new Regressor(NAME, value);
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Class<Regressor> type() {
        return Regressor.class;
    }

    @Override
    public OutputFactory<Regressor> factory() {
        return new RegressionFactory();
    }

    @Override
    public ImmutableOutputInfo<Regressor> domain() {
        return factory().constructInfoForExternalModel(Map.of(value(0), 0));
    }

    @Override
    public void scores(Prediction<Regressor> prediction, double[] into, int from) {
        into[from] = prediction.getOutput().getValues()[0];
    }

    @Override
    public Link linearLink() {
        return Link.IDENTITY;
    }

    @Override
    public String linearClass() {
        return LinearSGDModel.class.getName();
    }

    @Override
    public Message linearMessage(ModelDataProto metadata, ParametersProto parameters) {
        return RegressionLinearSGDProto.newBuilder()
                .setMetadata(metadata)
                .setParams(parameters)
                .addDimensionNames(NAME)
                .build();
    }

    @Override
    public ParametersProto linearParameters(Any message) throws InvalidProtocolBufferException {
        return message.unpack(RegressionLinearSGDProto.class).getParams();
    }

    @Override
    public Link treeLink() {
        return Link.IDENTITY;
    }

    @Override
    public String objective() {
        return "reg:squarederror";
    }

    @Override
    public XGBoostOutputConverter<Regressor> converter() {
        return new XGBoostRegressionConverter();
    }
}
