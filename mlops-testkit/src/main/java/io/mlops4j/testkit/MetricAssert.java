package io.mlops4j.testkit;

import io.mlops4j.api.evaluate.Measurement;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;

/**
 * Assertions about the number of one metric, on all rows or on each of several slices. A NaN never passes; what fails
 * is listed in full, not only the first.
 *
 * <pre>{@code
 * assertThat(evaluation).metric("accuracy").isAtLeast(0.87).isCloseTo(0.873, within(0.002));
 * }</pre>
 */
public final class MetricAssert extends AbstractMlopsAssert<MetricAssert, List<Measurement>> {

    MetricAssert(List<Measurement> actual) {
        super(actual, MetricAssert.class);
    }

    /**
     * The number is not below a threshold.
     *
     * @param threshold the smallest number that passes
     * @return this
     */
    public MetricAssert isAtLeast(double threshold) {
        return each(value -> value >= threshold, "at least " + threshold);
    }

    /**
     * The number is not above a threshold.
     *
     * @param threshold the largest number that passes
     * @return this
     */
    public MetricAssert isAtMost(double threshold) {
        return each(value -> value <= threshold, "at most " + threshold);
    }

    /**
     * The number lies in a range.
     *
     * @param lowest the smallest number that passes
     * @param highest the largest number that passes
     * @return this
     */
    public MetricAssert isBetween(double lowest, double highest) {
        return each(value -> value >= lowest && value <= highest, "between " + lowest + " and " + highest);
    }

    /**
     * The number is near another.
     *
     * @param expected the other number
     * @param tolerance how far they may be apart
     * @return this
     */
    public MetricAssert isCloseTo(double expected, Offset<Double> tolerance) {
        return each(
                value -> Math.abs(value - expected) <= tolerance.value,
                "within " + tolerance.value + " of " + expected);
    }

    private MetricAssert each(DoublePredicate wish, String wanted) {
        List<Measurement> wrong = actual.stream()
                .filter(measurement -> !wish.test(measurement.value()))
                .toList();
        return require(
                wrong.isEmpty(),
                () -> "Expected " + actual.get(0).metric() + " to be " + wanted + ", but found"
                        + wrong.stream()
                                .map(MetricAssert::describe)
                                .collect(Collectors.joining("\n  - ", "\n  - ", "")));
    }

    /** With all digits: a rounded 0.8700 would contradict a message that wants 0.87. */
    private static String describe(Measurement measurement) {
        return (Double.isNaN(measurement.value()) ? "NaN (not defined)" : Double.toString(measurement.value()))
                + measurement.slice().map(slice -> " on " + slice + " with ").orElse(" on ") + measurement.rows()
                + " rows";
    }
}
