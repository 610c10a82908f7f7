package io.mlops4j.tribuo.internal;

import com.google.protobuf.Any;
import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.common.xgboost.protos.XGBoostOutputConverterProto;

/**
 * Makes two classes out of the one probability of XGBoost's {@code binary:logistic}, which Tribuo's own converter cannot.
 * Public, because Tribuo loads it by name.
 */
public final class BinaryLogisticConverter implements XGBoostOutputConverter<Label> {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A converter; it has no state. */
    public BinaryLogisticConverter() {}

    /**
     * Reads a converter, as Tribuo asks of all that it stores.
     *
     * @param version 0
     * @param className the name of this class
     * @param message nothing
     * @return a converter
     */
    public static BinaryLogisticConverter deserializeFromProto(int version, String className, Any message) {
        if (version != 0 || !message.getValue().isEmpty()) {
            throw new IllegalArgumentException("The converter of version 0 has no content, not version " + version
                    + " with " + message.getValue().size() + " bytes.");
        }
        return new BinaryLogisticConverter();
    }

    @Override
    public XGBoostOutputConverterProto serialize() {
        return XGBoostOutputConverterProto.newBuilder()
                .setVersion(0)
                .setClassName(BinaryLogisticConverter.class.getName())
                .build();
    }

    @Override
    public boolean generatesProbabilities() {
        return true;
    }

    @Override
    public Class<Label> getTypeWitness() {
        return Label.class;
    }

    @Override
    public Prediction<Label> convertOutput(
            ImmutableOutputInfo<Label> labels, List<float[]> probabilities, int features, Example<Label> example) {
        return prediction(labels, probabilities.get(0)[0], features, example);
    }

    @Override
    public List<Prediction<Label>> convertBatchOutput(
            ImmutableOutputInfo<Label> labels,
            List<float[][]> probabilities,
            int[] features,
            Example<Label>[] examples) {
        List<Prediction<Label>> predictions = new ArrayList<>();
        for (int row = 0; row < examples.length; row++) {
            predictions.add(prediction(labels, probabilities.get(0)[row][0], features[row], examples[row]));
        }
        return predictions;
    }

    private static Prediction<Label> prediction(
            ImmutableOutputInfo<Label> labels, float probability, int features, Example<Label> example) {
        Label first = new Label(labels.getOutput(0).getLabel(), 1.0 - probability);
        Label second = new Label(labels.getOutput(1).getLabel(), probability);
        Map<String, Label> scores = new LinkedHashMap<>();
        scores.put(first.getLabel(), first);
        scores.put(second.getLabel(), second);
        Label winner = second.getScore() > first.getScore() ? second : first;
        return new Prediction<>(winner, scores, features, example, true);
    }
}
