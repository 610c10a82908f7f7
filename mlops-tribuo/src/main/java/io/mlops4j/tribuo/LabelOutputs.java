package io.mlops4j.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.mlops4j.api.train.Link;
import io.mlops4j.tribuo.internal.BinaryLogisticConverter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.OutputFactory;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.classification.xgboost.XGBoostClassificationConverter;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.math.protos.ParametersProto;
import org.tribuo.math.util.ExpNormalizer;
import org.tribuo.protos.core.ModelDataProto;

/** Classes, in our order. */
final class LabelOutputs implements Outputs<Label> {

    private final List<Label> labels;

    LabelOutputs(List<String> names) {
        this.labels = names.stream().map(Label::new).toList();
    }

    Label label(int code) {
        return labels.get(code);
    }

    @Override
    public int size() {
        return labels.size();
    }

    @Override
    public Class<Label> type() {
        return Label.class;
    }

    @Override
    public OutputFactory<Label> factory() {
        return new LabelFactory();
    }

    @Override
    public ImmutableOutputInfo<Label> domain() {
        Map<Label, Integer> codes = new LinkedHashMap<>();
        labels.forEach(label -> codes.put(label, codes.size()));
        return factory().constructInfoForExternalModel(codes);
    }

    @Override
    public void scores(Prediction<Label> prediction, double[] into, int from) {
        for (int code = 0; code < labels.size(); code++) {
            Label scored = prediction.getOutputScores().get(labels.get(code).getLabel());
            into[from + code] =
                    Objects.requireNonNull(scored, "Tribuo left out a class").getScore();
        }
    }

    @Override
    public Link linearLink() {
        return Link.SOFTMAX;
    }

    @Override
    public String linearClass() {
        return LinearSGDModel.class.getName();
    }

    @Override
    public Message linearMessage(ModelDataProto metadata, ParametersProto parameters) {
        return ClassificationLinearSGDProto.newBuilder()
                .setMetadata(metadata)
                .setParams(parameters)
                .setNormalizer(new ExpNormalizer().serialize())
                .build();
    }

    @Override
    public ParametersProto linearParameters(Any message) throws InvalidProtocolBufferException {
        return message.unpack(ClassificationLinearSGDProto.class).getParams();
    }

    @Override
    public Link treeLink() {
        return size() == 2 ? Link.LOGISTIC : Link.SOFTMAX;
    }

    @Override
    public String objective() {
        return size() == 2 ? "binary:logistic" : "multi:softprob";
    }

    @Override
    public XGBoostOutputConverter<Label> converter() {
        return size() == 2 ? new BinaryLogisticConverter() : new XGBoostClassificationConverter();
    }
}
