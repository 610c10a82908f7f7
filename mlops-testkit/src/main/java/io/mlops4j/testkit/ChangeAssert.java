package io.mlops4j.testkit;

import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Predictor;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Assertions about what a change of rows does to the answers.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class ChangeAssert<I, Y extends Prediction>
        extends AbstractMlopsAssert<ChangeAssert<I, Y>, Predictor<I, Y>> {

    private final List<I> before;
    private final List<I> after;
    private final Optional<String> label;

    ChangeAssert(Predictor<I, Y> actual, List<I> before, List<I> after, Optional<String> label) {
        super(actual, ChangeAssert.class);
        this.before = before;
        this.after = after;
        this.label = label;
    }

    /**
     * Every answer stays the same, bit by bit.
     *
     * @return this
     */
    public ChangeAssert<I, Y> doesNotChangeTheAnswer() {
        return each(Prediction::equals, "the same answer");
    }

    /**
     * Every answer stays nearly the same.
     *
     * @param tolerance how far the values, or the probabilities of a class, may be apart
     * @return this
     */
    public ChangeAssert<I, Y> doesNotChangeTheAnswerByMoreThan(double tolerance) {
        return each((old, now) -> Answers.close(old, now, tolerance), "an answer within " + tolerance);
    }

    /**
     * No score falls.
     *
     * @return this
     */
    public ChangeAssert<I, Y> neverLowersTheScore() {
        return each((old, now) -> score(now) >= score(old), "a score that is not lower");
    }

    /**
     * No score rises.
     *
     * @return this
     */
    public ChangeAssert<I, Y> neverRaisesTheScore() {
        return each((old, now) -> score(now) <= score(old), "a score that is not higher");
    }

    /**
     * At least one answer is another: the model does look at what changed.
     *
     * @return this
     */
    public ChangeAssert<I, Y> changesTheAnswer() {
        boolean changed = false;
        for (int i = 0; i < before.size(); i++) {
            changed |= !actual.predict(before.get(i)).equals(actual.predict(after.get(i)));
        }
        return require(changed, () -> "Expected an answer to change, but none of " + before.size() + " did");
    }

    private ChangeAssert<I, Y> each(BiPredicate<Prediction, Prediction> wish, String wanted) {
        for (int i = 0; i < before.size(); i++) {
            Prediction old = actual.predict(before.get(i));
            Prediction now = actual.predict(after.get(i));
            if (!wish.test(old, now)) {
                throw fail("Expected " + wanted + " after the change, but it went from " + Answers.describe(old)
                        + " to " + Answers.describe(now) + "\n  before: " + before.get(i) + "\n  after:  "
                        + after.get(i));
            }
        }
        return this;
    }

    private double score(Prediction answer) {
        return Answers.score(answer, label);
    }
}
