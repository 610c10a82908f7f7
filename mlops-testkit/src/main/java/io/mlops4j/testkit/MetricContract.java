package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.evaluate.Direction;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.train.Target;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Metric} has to do. An implementation inherits the tests:
 *
 * <pre>{@code
 * class MedianErrorTest extends MetricContract<Regression> {
 *
 *     @Override
 *     protected Metric<Regression> metric() {
 *         return new MedianError();
 *     }
 *
 *     @Override
 *     protected Target<Regression> target() {
 *         return Target.number("body_mass");
 *     }
 *
 *     @Override
 *     protected Outcomes<Regression> outcomes() {
 *         return RegressionOutcomes.of(truth, predicted, Optional.empty());
 *     }
 * }
 * }</pre>
 *
 * @param <Y> the kind of answer that it measures
 */
public abstract class MetricContract<Y extends Prediction> {

    private static final double ROUNDING = 1e-9;

    /** For subclasses. */
    protected MetricContract() {}

    /**
     * The metric under test.
     *
     * @return an equal one each time
     */
    protected abstract Metric<Y> metric();

    /**
     * A target that it fits.
     *
     * @return the target of {@link #outcomes()}
     */
    protected abstract Target<Y> target();

    /**
     * Answers that are mostly right.
     *
     * @return at least ten rows without weights, with every class in truth and prediction, right and wrong ones
     */
    protected abstract Outcomes<Y> outcomes();

    @Test
    void isANumberWhereItIsDefined() {
        assertThat(metric().compute(outcomes())).isFinite();
    }

    @Test
    void givesTheSameNumberTwice() {
        Metric<Y> metric = metric();
        double once = metric.compute(outcomes());
        assertThat(metric.compute(outcomes())).as("computed again").isEqualTo(once);
        assertThat(metric().compute(outcomes())).as("by another metric").isEqualTo(once);
    }

    @Test
    @Tag("T16")
    void isNotANumberForNoRows() {
        assertThat(metric().compute(outcomes().select(new int[0])))
                .as(metric().key() + " of no rows")
                .isNaN();
    }

    @Test
    @Tag("T16")
    void needsNoSecondRow() {
        for (int row = 0; row < outcomes().size(); row++) {
            Outcomes<Y> alone = outcomes().select(new int[] {row});
            assertThatCode(() -> metric().compute(alone)).as("one row").doesNotThrowAnyException();
        }
    }

    @Test
    void doesNotDependOnTheOrderOfTheRows() {
        Outcomes<Y> rows = outcomes();
        double inOrder = metric().compute(rows);
        assertThat(metric().compute(rows.select(Rows.backwards(rows.size()))))
                .as("backwards")
                .isCloseTo(inOrder, within(ROUNDING));
        for (int first = 1; first < rows.size(); first++) {
            assertThat(metric().compute(rows.select(Rows.rotated(rows.size(), first))))
                    .as("from row " + first)
                    .isCloseTo(inOrder, within(ROUNDING));
        }
    }

    @Test
    void doesNotChangeWhenEveryRowCountsTheSame() {
        for (double weight : new double[] {1, 3}) {
            assertThat(metric().compute(RebuiltOutcomes.weighted(outcomes(), row -> weight)))
                    .as("with a weight of " + weight + " for every row")
                    .isCloseTo(metric().compute(outcomes()), within(ROUNDING));
        }
    }

    @Test
    void countsARowOfWeightTwoLikeTwoRows() {
        int size = outcomes().size();
        for (int some = 1; some < size; some++) {
            int heavy = some;
            int[] twice = IntStream.concat(IntStream.range(0, size), IntStream.range(0, heavy))
                    .toArray();
            assertThat(metric().compute(RebuiltOutcomes.weighted(outcomes(), row -> row < heavy ? 2 : 1)))
                    .as("with a weight of 2 for the first " + heavy + " rows instead of these rows twice")
                    .isCloseTo(metric().compute(outcomes().select(twice)), within(ROUNDING));
        }
    }

    @Test
    void likesPerfectAnswersBest() {
        double perfect = metric().compute(RebuiltOutcomes.perfect(outcomes()));
        double found = metric().compute(outcomes());
        boolean better = metric().direction() == Direction.HIGHER_IS_BETTER ? perfect > found : perfect < found;
        assertThat(better)
                .as(perfect + " for perfect answers is better than " + found + ", as " + metric().direction() + " says")
                .isTrue();
    }

    @Test
    void alwaysHasTheSameWellFormedKey() {
        assertThat(metric().key()).isEqualTo(metric().key());
        assertThat(metric().key().name()).as("the metric's name").matches("[a-z][a-z0-9_]*");
    }

    @Test
    void fitsItsTarget() {
        assertThatCode(() -> metric().check(target())).doesNotThrowAnyException();
    }
}
