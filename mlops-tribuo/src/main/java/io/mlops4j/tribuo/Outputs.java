package io.mlops4j.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.mlops4j.api.train.Link;
import java.util.List;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.Prediction;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.math.protos.ParametersProto;
import org.tribuo.protos.core.ModelDataProto;

/** The outputs of a model: all that differs between classes and numbers. */
sealed interface Outputs<T extends Output<T>> permits LabelOutputs, ValueOutputs {

    /** The outputs of a stored model. */
    static Outputs<?> of(List<String> names) {
        return names.size() == 1 ? new ValueOutputs() : new LabelOutputs(names);
    }

    int size();

    /** Tribuo's type of output. */
    Class<T> type();

    OutputFactory<T> factory();

    /** Tribuo's outputs, numbered in our order. */
    ImmutableOutputInfo<T> domain();

    /** Writes the numbers of a prediction, one an output, in order. */
    void scores(Prediction<T> prediction, double[] into, int from);

    Link linearLink();

    /** The name of Tribuo's class of linear models. */
    String linearClass();

    /** Tribuo's message of a linear model. */
    Message linearMessage(ModelDataProto metadata, ParametersProto parameters);

    /** The parameters in a message of a linear model. */
    ParametersProto linearParameters(Any message) throws InvalidProtocolBufferException;

    Link treeLink();

    /** XGBoost's name of the objective. */
    String objective();

    XGBoostOutputConverter<T> converter();

    /** How many margins an ensemble of trees has. */
    default int treeMargins() {
        return treeLink() == Link.SOFTMAX ? size() : 1;
    }
}
