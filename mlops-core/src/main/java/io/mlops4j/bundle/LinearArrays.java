package io.mlops4j.bundle;

import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import java.nio.ByteBuffer;

/** A linear model: the intercepts, then the weights margin by margin, as doubles. */
final class LinearArrays {

    private LinearArrays() {}

    static long size(LinearModel model) {
        return size(model.margins(), model.features());
    }

    private static long size(int margins, int features) {
        long numbers = (long) margins * (features + 1L);
        // saturated instead of wrapped around: no file is so large
        return Math.min(numbers, Long.MAX_VALUE / Double.BYTES) * Double.BYTES;
    }

    static void encode(LinearModel model, ByteBuffer out) {
        for (int margin = 0; margin < model.margins(); margin++) {
            out.putDouble(finite(model.intercept(margin), "intercept " + margin));
        }
        for (int margin = 0; margin < model.margins(); margin++) {
            for (int feature = 0; feature < model.features(); feature++) {
                double weight = model.weight(margin, feature);
                out.putDouble(Double.isFinite(weight) ? weight : finite(weight, "the weight of feature " + feature));
            }
        }
    }

    static LinearModel decode(ByteBuffer in, Link link, int margins, int features, BundleLimits.Model limits) {
        ModelPart.requireRemaining(in, size(margins, features));
        ModelPart.requireWithin((long) margins * features, limits.weights(), "weights");
        ModelPart.requireWithin(margins, limits.weights(), "margins");
        double[] intercepts = numbers(in, margins);
        double[][] weights = new double[margins][];
        for (int margin = 0; margin < margins; margin++) {
            weights[margin] = numbers(in, features);
        }
        return new LinearModel(weights, intercepts, link);
    }

    private static double[] numbers(ByteBuffer in, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.getDouble();
            ModelPart.require(Double.isFinite(numbers[i]), "a weight or intercept is not finite.");
        }
        return numbers;
    }

    private static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " of the linear model is " + value
                    + ": the training diverged. Scale the features or lower the learning rate.");
        }
        return value;
    }
}
