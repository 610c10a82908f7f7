package io.mlops4j.tribuo;

import io.mlops4j.api.predict.NumberTruth;
import org.tribuo.math.la.DenseMatrix;

/**
 * The unit in which a target is learned: how far a number lies from the mean, in standard deviations. Steps of descent have
 * a length, so without it prices in millions would hardly be reached, and shares would be overshot.
 *
 * @param mean the number that becomes 0
 * @param deviation how much becomes 1; 1 if all numbers are equal
 */
record TargetScale(double mean, double deviation) {

    static TargetScale of(NumberTruth truth, Weights weights) {
        double all = 0;
        double sum = 0;
        for (int row = 0; row < truth.size(); row++) {
            all += weights.get(row);
            sum += weights.get(row) * truth.value(row);
        }
        double mean = sum / all;
        double squares = 0;
        for (int row = 0; row < truth.size(); row++) {
            double distance = truth.value(row) - mean;
            squares += weights.get(row) * distance * distance;
        }
        double deviation = Math.sqrt(squares / all);
        return new TargetScale(mean, deviation > 0 ? deviation : 1);
    }

    double scaled(double value) {
        return (value - mean) / deviation;
    }

    /** The same model in the target's own unit: one row of weights, the intercept last. */
    DenseMatrix unscaled(DenseMatrix weights) {
        int intercept = weights.getDimension2Size() - 1;
        DenseMatrix own = new DenseMatrix(1, intercept + 1);
        for (int feature = 0; feature < intercept; feature++) {
            own.set(0, feature, weights.get(0, feature) * deviation);
        }
        own.set(0, intercept, weights.get(0, intercept) * deviation + mean);
        return own;
    }
}
