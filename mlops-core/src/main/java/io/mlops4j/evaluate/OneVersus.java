package io.mlops4j.evaluate;

import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import java.util.function.ToDoubleFunction;

/** Carries what is measured of two classes over to several. */
final class OneVersus {

    private OneVersus() {}

    /** Each class against the rest; NaN if a class does not occur, or the value of one is NaN. */
    static double rest(ClassificationOutcomes outcomes, Averaging averaging, ToDoubleFunction<ScoredRows> measure) {
        if (averaging == Averaging.MICRO) {
            return measure.applyAsDouble(ScoredRows.pooled(outcomes));
        }
        int classes = outcomes.classes().size();
        double[] values = new double[classes];
        double[] supports = new double[classes];
        for (int label = 0; label < classes; label++) {
            ScoredRows rows = ScoredRows.of(outcomes, label);
            values[label] = measure.applyAsDouble(rows);
            supports[label] = rows.positives();
        }
        return ClassAverage.of(values, supports, averaging);
    }

    /** Each class against each other, both ways (Hand and Till, 2001); NaN if a class does not occur. */
    static double one(ClassificationOutcomes outcomes, Averaging averaging) {
        int classes = outcomes.classes().size();
        double sum = 0;
        double weights = 0;
        for (int label = 0; label < classes; label++) {
            for (int other = label + 1; other < classes; other++) {
                ScoredRows there = ScoredRows.of(outcomes, label, other);
                ScoredRows back = ScoredRows.of(outcomes, other, label);
                double weight = averaging == Averaging.WEIGHTED ? there.positives() + there.negatives() : 1;
                sum += weight * (RocArea.of(there) + RocArea.of(back)) / 2;
                weights += weight;
            }
        }
        return sum / weights;
    }
}
