package io.mlops4j.testkit;

import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Predictor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about how a model behaves, on rows that the test gives: what must not matter, what must matter in one
 * direction.
 *
 * <pre>{@code
 * assertThat(predictor).on(passengers).changing(Passenger::withOtherTicketNumber).doesNotChangeTheAnswer();
 * assertThat(predictor).on(passengers).isMonotoneIncreasingIn(Passenger::withFare, 0, 10, 50, 500);
 * assertThat(reloaded).on(passengers).agreesWith(predictor, 1e-12);
 * }</pre>
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class PredictorAssert<I, Y extends Prediction>
        extends AbstractMlopsAssert<PredictorAssert<I, Y>, Predictor<I, Y>> {

    PredictorAssert(@Nullable Predictor<I, Y> actual) {
        super(actual, PredictorAssert.class);
    }

    /**
     * Goes on to the answers for some rows.
     *
     * @param rows at least one row
     * @return assertions about these answers
     */
    @SafeVarargs
    public final AnswersAssert<I, Y> on(I... rows) {
        List<I> copy = new ArrayList<>();
        for (I row : rows) {
            copy.add(row);
        }
        return on(copy);
    }

    /**
     * Goes on to the answers for some rows.
     *
     * @param rows at least one row
     * @return assertions about these answers
     */
    public AnswersAssert<I, Y> on(Iterable<? extends I> rows) {
        isNotNull();
        List<I> copy = new ArrayList<>();
        rows.forEach(copy::add);
        require(!copy.isEmpty(), () -> "Expected at least one row to try the predictor on, but there is none");
        return new AnswersAssert<>(actual, copy).as(descriptionText());
    }
}
