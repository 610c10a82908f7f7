package io.mlops4j.evaluate;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.evaluate.ClassificationOutcomes;

/** What has to hold before the scores of a class are drawn or tabled. */
final class Scores {

    private Scores() {}

    /** The position of the class. */
    static int require(ClassificationOutcomes outcomes, String label) {
        int position = outcomes.classes()
                .find(label)
                .orElseThrow(() -> new InvalidDataException("There is no class '" + label + "'. Classes: "
                        + outcomes.classes().names() + "."));
        if (!outcomes.hasProbabilities() || !Measurable.test(outcomes)) {
            throw new InvalidDataException(
                    "The scores of class '" + label
                            + "' are not known: it takes rows that weigh something, each with a finite probability of every class.");
        }
        return position;
    }
}
