package io.mlops4j.testkit;

import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Predictor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Assertions about a model's answers for some rows. Where one number is needed it is the value of a regression, or the
 * probability of the positive class, or of the one that {@link #byProbabilityOf} names.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class AnswersAssert<I, Y extends Prediction>
        extends AbstractMlopsAssert<AnswersAssert<I, Y>, Predictor<I, Y>> {

    private final List<I> rows;
    private final Optional<String> label;

    AnswersAssert(Predictor<I, Y> actual, List<I> rows) {
        this(actual, rows, Optional.empty());
    }

    private AnswersAssert(Predictor<I, Y> actual, List<I> rows, Optional<String> label) {
        super(actual, AnswersAssert.class);
        this.rows = rows;
        this.label = label;
    }

    /**
     * Says whose probability is the score in what follows.
     *
     * @param label the name of a class
     * @return assertions about the same answers
     */
    public AnswersAssert<I, Y> byProbabilityOf(String label) {
        return new AnswersAssert<>(actual, rows, Optional.of(label)).as(descriptionText());
    }

    /**
     * Goes on to what a change of the rows does to the answers.
     *
     * @param change makes another row of a row; it has to change at least one of them
     * @return assertions about the answers before and after
     */
    public ChangeAssert<I, Y> changing(UnaryOperator<I> change) {
        List<I> changed = rows.stream().map(change).toList();
        require(
                !changed.equals(rows),
                () -> "The change leaves all " + rows.size() + " rows as they were, so it can show nothing");
        return new ChangeAssert<>(actual, rows, changed, label).as(descriptionText());
    }

    /**
     * The score never falls when a value of a row rises.
     *
     * @param change makes a row with another value
     * @param values at least two values, rising
     * @return this
     */
    public AnswersAssert<I, Y> isMonotoneIncreasingIn(BiFunction<I, Double, I> change, double... values) {
        return isMonotone(change, values, 1, "rise or stay");
    }

    /**
     * The score never rises when a value of a row rises.
     *
     * @param change makes a row with another value
     * @param values at least two values, rising
     * @return this
     */
    public AnswersAssert<I, Y> isMonotoneDecreasingIn(BiFunction<I, Double, I> change, double... values) {
        return isMonotone(change, values, -1, "fall or stay");
    }

    private AnswersAssert<I, Y> isMonotone(BiFunction<I, Double, I> change, double[] values, int sign, String wanted) {
        requireRising(values);
        for (I row : rows) {
            double before = score(change.apply(row, values[0]));
            for (int i = 1; i < values.length; i++) {
                double after = score(change.apply(row, values[i]));
                if (!(sign * (after - before) >= 0)) {
                    throw fail("Expected the score to " + wanted + " from " + values[i - 1] + " to " + values[i]
                            + ", but it went from " + before + " to " + after + " for " + row);
                }
                before = after;
            }
        }
        return this;
    }

    private static void requireRising(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i] > values[i - 1])) {
                throw new IllegalArgumentException("The values have to rise: " + Arrays.toString(values) + ".");
            }
        }
        if (values.length < 2) {
            throw new IllegalArgumentException("A direction shows between at least two values.");
        }
    }

    /**
     * Another predictor gives nearly the same answers, such as that of the bundle before it was stored.
     *
     * @param other the other predictor, which stays open
     * @param tolerance how far any two numbers may be apart
     * @return this
     */
    public AnswersAssert<I, Y> agreesWith(Predictor<? super I, ? extends Prediction> other, double tolerance) {
        for (I row : rows) {
            Prediction ours = actual.predict(row);
            Prediction theirs = other.predict(row);
            if (!Answers.close(ours, theirs, tolerance)) {
                throw fail("Expected answers within " + tolerance + " of each other, but they are "
                        + Answers.describe(ours) + " and " + Answers.describe(theirs) + " for " + row);
            }
        }
        return this;
    }

    private double score(I row) {
        return Answers.score(actual.predict(row), label);
    }
}
