package io.mlops4j.testkit;

import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Prediction;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Makes outcomes of other ones. */
final class RebuiltOutcomes {

    private RebuiltOutcomes() {}

    /** The same rows, of which each counts as much as is told by its place. */
    @SuppressWarnings("unchecked") // a classification gives a classification, a regression a regression
    static <Y extends Prediction> Outcomes<Y> weighted(Outcomes<Y> outcomes, IntToDoubleFunction weight) {
        double[] weights =
                IntStream.range(0, outcomes.size()).mapToDouble(weight).toArray();
        if (outcomes instanceof RegressionOutcomes numbers) {
            double[] predicted = IntStream.range(0, weights.length)
                    .mapToDouble(numbers::predicted)
                    .toArray();
            return (Outcomes<Y>) RegressionOutcomes.of(truth(numbers), predicted, Optional.of(weights));
        }
        ClassificationOutcomes classes = (ClassificationOutcomes) outcomes;
        int size = classes.classes().size();
        double[] probabilities = IntStream.range(0, weights.length * size)
                .mapToDouble(i -> classes.probability(i / size, i % size))
                .toArray();
        return (Outcomes<Y>) ClassificationOutcomes.of(
                truth(classes),
                IntStream.range(0, weights.length).map(classes::predicted).toArray(),
                classes.hasProbabilities() ? Optional.of(probabilities) : Optional.empty(),
                Optional.of(weights));
    }

    /** The same truth, met by every answer. */
    @SuppressWarnings("unchecked") // a classification gives a classification, a regression a regression
    static <Y extends Prediction> Outcomes<Y> perfect(Outcomes<Y> outcomes) {
        if (outcomes instanceof RegressionOutcomes numbers) {
            double[] predicted = IntStream.range(0, numbers.size())
                    .mapToDouble(numbers::truth)
                    .toArray();
            return (Outcomes<Y>) RegressionOutcomes.of(truth(numbers), predicted, Optional.empty());
        }
        ClassificationOutcomes classes = (ClassificationOutcomes) outcomes;
        int size = classes.classes().size();
        double[] probabilities = new double[classes.size() * size];
        for (int row = 0; row < classes.size(); row++) {
            probabilities[row * size + classes.truth(row)] = 1;
        }
        return (Outcomes<Y>) ClassificationOutcomes.of(truth(classes), probabilities, Optional.empty());
    }

    private static NumberTruth truth(RegressionOutcomes numbers) {
        return NumberTruth.wrap(
                IntStream.range(0, numbers.size()).mapToDouble(numbers::truth).toArray());
    }

    private static ClassTruth truth(ClassificationOutcomes classes) {
        return ClassTruth.wrap(
                classes.classes(),
                IntStream.range(0, classes.size()).map(classes::truth).toArray());
    }
}
