package io.mlops4j.predict;

import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import java.util.Arrays;

/**
 * Makes one margin of two. The softmax of two margins is the logistic function of their difference, so a linear model of two
 * classes needs half the multiplications and half the exponentials.
 */
final class TwoClasses {

    private TwoClasses() {}

    /** The same model with one margin if it is a linear one with two, else the model itself. */
    static ModelForm withOneMargin(ModelForm form) {
        if (!(form instanceof LinearModel linear) || linear.link() != Link.SOFTMAX || linear.margins() != 2) {
            return form;
        }
        double[] difference = new double[linear.features()];
        for (int feature = 0; feature < difference.length; feature++) {
            difference[feature] = linear.weight(1, feature) - linear.weight(0, feature);
        }
        double intercept = linear.intercept(1) - linear.intercept(0);
        if (!Double.isFinite(intercept) || !Arrays.stream(difference).allMatch(Double::isFinite)) {
            return form; // weights near the end of what a double holds
        }
        return new LinearModel(new double[][] {difference}, new double[] {intercept}, Link.LOGISTIC);
    }
}
