package io.mlops4j.testkit;

import io.mlops4j.api.predict.Classification;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractDoubleAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a predicted class.
 *
 * <pre>{@code
 * assertThat(answer).hasLabel("Adelie").probabilitiesSumToOne();
 * assertThat(answer).hasProbabilityOf("Gentoo").isCloseTo(0.02, within(0.01));
 * }</pre>
 */
public final class ClassificationAssert extends AbstractMlopsAssert<ClassificationAssert, Classification> {

    private static final double ROUNDING = 1e-6;

    ClassificationAssert(@Nullable Classification actual) {
        super(actual, ClassificationAssert.class);
    }

    /**
     * The most probable class is this one.
     *
     * @param label its name
     * @return this
     */
    public ClassificationAssert hasLabel(String label) {
        isNotNull();
        return require(
                actual.label().equals(label),
                () -> "Expected the label '" + label + "', but the answer is " + Answers.describe(actual));
    }

    /**
     * There are these classes.
     *
     * @param labels their names, in the order of the probabilities
     * @return this
     */
    public ClassificationAssert hasClasses(String... labels) {
        isNotNull();
        List<String> found = actual.classes().names();
        return require(
                found.equals(List.of(labels)),
                () -> "Expected the classes " + Arrays.toString(labels) + ", but they are " + found);
    }

    /**
     * Goes on to the probability of a class, which has to be there.
     *
     * @param label its name
     * @return AssertJ's assertions about the number
     */
    public AbstractDoubleAssert<?> hasProbabilityOf(String label) {
        hasClass(label);
        String text = descriptionText();
        return Assertions.assertThat(actual.probability(label))
                .as((text.isEmpty() ? "" : text + ": ") + "probability of '" + label + "'");
    }

    private void hasClass(String label) {
        isNotNull();
        require(
                actual.classes().find(label).isPresent(),
                () -> "Expected a class '" + label + "', but there are only "
                        + actual.classes().names());
    }

    /**
     * Every probability lies between 0 and 1, and their sum is 1 but for rounding.
     *
     * @return this
     */
    public ClassificationAssert probabilitiesSumToOne() {
        isNotNull();
        double[] all = actual.probabilities();
        double sum = Arrays.stream(all).sum();
        return require(
                Math.abs(sum - 1) <= ROUNDING && Arrays.stream(all).allMatch(one -> one >= 0 && one <= 1),
                () -> "Expected probabilities that sum to 1, but the sum of " + Arrays.toString(all) + " is " + sum);
    }

    /**
     * No probability is far from that of another answer.
     *
     * @param expected an answer with the same classes
     * @param tolerance how far any two may be apart
     * @return this
     */
    public ClassificationAssert isCloseTo(Classification expected, double tolerance) {
        isNotNull();
        return require(
                Answers.close(actual, expected, tolerance),
                () -> "Expected an answer within " + tolerance + " of\n  " + Answers.describe(expected)
                        + ", but it is\n  " + Answers.describe(actual));
    }
}
