package io.mlops4j.predict;

import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;

/** Two margins under a softmax say no more than their difference, which is half the work. */
final class MarginWeights {

    private MarginWeights() {}

    static boolean foldsToOne(ModelForm form) {
        return form.link() == Link.SOFTMAX && form.margins() == 2;
    }

    static double[][] of(LinearModel model) {
        int margins = foldsToOne(model) ? 1 : model.margins();
        double[][] weights = new double[margins][model.features()];
        for (int margin = 0; margin < margins; margin++) {
            for (int feature = 0; feature < model.features(); feature++) {
                weights[margin][feature] = foldsToOne(model)
                        ? model.weight(1, feature) - model.weight(0, feature)
                        : model.weight(margin, feature);
            }
        }
        return weights;
    }

    static double[] intercepts(LinearModel model) {
        if (foldsToOne(model)) {
            return new double[] {model.intercept(1) - model.intercept(0)};
        }
        double[] intercepts = new double[model.margins()];
        for (int margin = 0; margin < intercepts.length; margin++) {
            intercepts[margin] = model.intercept(margin);
        }
        return intercepts;
    }
}
