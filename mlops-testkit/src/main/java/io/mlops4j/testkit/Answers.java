package io.mlops4j.testkit;

import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Regression;
import java.util.Locale;
import java.util.Optional;

/** Compares answers of any kind. */
final class Answers {

    private Answers() {}

    /**
     * The difference of two values, or the largest one of any class's probability; infinite if they cannot be
     * compared.
     */
    static double distance(Prediction left, Prediction right) {
        if (left instanceof Regression a && right instanceof Regression b) {
            return Math.abs(a.value() - b.value());
        }
        if (!(left instanceof Classification a
                && right instanceof Classification b
                && a.classes().equals(b.classes()))) {
            return Double.POSITIVE_INFINITY;
        }
        double[] ours = a.probabilities();
        double[] theirs = b.probabilities();
        double distance = 0;
        for (int label = 0; label < ours.length; label++) {
            distance = Math.max(distance, Math.abs(ours[label] - theirs[label]));
        }
        return distance;
    }

    /** Whether the answers are near each other; a NaN is near nothing. */
    static boolean close(Prediction left, Prediction right, double tolerance) {
        return distance(left, right) <= tolerance;
    }

    /**
     * An answer as one number: the value, or the probability of the class that was asked for, or of the positive one.
     */
    static double score(Prediction answer, Optional<String> label) {
        if (answer instanceof Regression regression) {
            return regression.value();
        }
        Classification classification = (Classification) answer;
        return classification.probability(
                label.or(() -> classification.classes().positive())
                        .orElseThrow(() -> new IllegalArgumentException("None of the classes "
                                + classification.classes().names()
                                + " is the positive one: say whose probability is meant with byProbabilityOf(…).")));
    }

    /** An answer with all that may differ, which its own text rounds. */
    static String describe(Prediction answer) {
        if (answer instanceof Regression regression) {
            return Double.toString(regression.value());
        }
        Classification classification = (Classification) answer;
        StringBuilder text = new StringBuilder(classification.label()).append(" (");
        double[] probabilities = classification.probabilities();
        for (int label = 0; label < probabilities.length; label++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s%s %s",
                    label == 0 ? "" : ", ",
                    classification.classes().names().get(label),
                    probabilities[label]));
        }
        return text.append(')').toString();
    }
}
