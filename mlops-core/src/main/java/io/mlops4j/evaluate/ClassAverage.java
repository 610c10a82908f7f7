package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import java.util.function.ToDoubleFunction;

/** Averages over all classes of the model, also over those that neither occur nor are predicted. */
final class ClassAverage {

    private ClassAverage() {}

    static double of(ClassificationOutcomes outcomes, Averaging averaging, ToDoubleFunction<ClassCounts> measure) {
        ClassCounts[] counts = ClassCounts.each(outcomes);
        if (averaging == Averaging.MICRO) {
            ClassCounts sum = new ClassCounts(0, 0, 0);
            for (ClassCounts one : counts) {
                sum = sum.plus(one);
            }
            return measure.applyAsDouble(sum);
        }
        double[] values = new double[counts.length];
        double[] supports = new double[counts.length];
        for (int label = 0; label < counts.length; label++) {
            values[label] = measure.applyAsDouble(counts[label]);
            supports[label] = counts[label].support();
        }
        return of(values, supports, averaging);
    }

    /** The mean of one value a class: plain, or weighted by the rows of the class. */
    static double of(double[] values, double[] supports, Averaging averaging) {
        double sum = 0;
        double weights = 0;
        for (int label = 0; label < values.length; label++) {
            double weight = averaging == Averaging.WEIGHTED ? supports[label] : 1;
            sum += weight * values[label];
            weights += weight;
        }
        return sum / weights;
    }
}
