package io.mlops4j.testkit;

import io.mlops4j.api.predict.Regression;
import org.assertj.core.api.AbstractDoubleAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a predicted number.
 *
 * <pre>{@code
 * assertThat(answer).isFinite().isCloseTo(4_200, within(50.0));
 * }</pre>
 */
public final class RegressionAssert extends AbstractMlopsAssert<RegressionAssert, Regression> {

    RegressionAssert(@Nullable Regression actual) {
        super(actual, RegressionAssert.class);
    }

    /**
     * The value is a number, and not an infinite one.
     *
     * @return this
     */
    public RegressionAssert isFinite() {
        value().isFinite();
        return this;
    }

    /**
     * The value is near another.
     *
     * @param expected the other value
     * @param tolerance how far they may be apart
     * @return this
     */
    public RegressionAssert isCloseTo(double expected, Offset<Double> tolerance) {
        value().isCloseTo(expected, tolerance);
        return this;
    }

    /**
     * The value lies in a range.
     *
     * @param lowest the smallest value that passes
     * @param highest the largest value that passes
     * @return this
     */
    public RegressionAssert isBetween(double lowest, double highest) {
        value().isBetween(lowest, highest);
        return this;
    }

    /**
     * Goes on to the value.
     *
     * @return AssertJ's assertions about the number
     */
    public AbstractDoubleAssert<?> value() {
        isNotNull();
        String text = descriptionText();
        return Assertions.assertThat(actual.value()).as((text.isEmpty() ? "" : text + ": ") + "predicted value");
    }
}
