package io.mlops4j.testkit;

import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Slice;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what was measured: of all test rows, or after {@link #onSlice} or {@link #onEverySlice} of parts of
 * them.
 *
 * <pre>{@code
 * assertThat(evaluation).metric("accuracy").isAtLeast(0.87);
 * assertThat(evaluation).onSlice("sex", "female").metric("roc_auc").isBetween(0.90, 0.99);
 * assertThat(evaluation).onEverySlice(100).metric("f1(yes)").isAtLeast(0.70);
 * }</pre>
 */
public final class EvaluationAssert extends AbstractMlopsAssert<EvaluationAssert, Evaluation> {

    private final String where;
    private final List<Measurement> measurements;

    EvaluationAssert(@Nullable Evaluation actual) {
        this(actual, "all rows", measurement -> measurement.slice().isEmpty());
    }

    private EvaluationAssert(@Nullable Evaluation actual, String where, Predicate<Measurement> part) {
        super(actual, EvaluationAssert.class);
        this.where = where;
        this.measurements = actual == null
                ? List.of()
                : actual.measurements().stream().filter(part).toList();
    }

    /**
     * So many test rows were used.
     *
     * @param rows how many
     * @return this
     */
    public EvaluationAssert hasRows(long rows) {
        isNotNull();
        return require(actual.rows() == rows, () -> "Expected " + rows + " test rows, but there are " + actual.rows());
    }

    /**
     * The metric was measured here.
     *
     * @param metric the metric's name, or all of its text
     * @return this
     */
    public EvaluationAssert hasMetric(String metric) {
        metric(metric);
        return this;
    }

    /**
     * There is such a part of the test rows.
     *
     * @param column the column that divides the rows
     * @param value its value in this part
     * @return this
     */
    public EvaluationAssert hasSlice(String column, String value) {
        onSlice(column, value);
        return this;
    }

    /**
     * Goes on to one part of the test rows.
     *
     * @param column the column that divides the rows
     * @param value its value in this part
     * @return assertions about that part alone
     */
    public EvaluationAssert onSlice(String column, String value) {
        Optional<Slice> slice = Optional.of(new Slice(column, value));
        return on("the slice " + column + "=" + value, found -> found.slice().equals(slice));
    }

    /**
     * Goes on to every part of the test rows.
     *
     * @return assertions that have to hold on each of them
     */
    public EvaluationAssert onEverySlice() {
        return onEverySlice(0);
    }

    /**
     * Goes on to every part of the test rows that is large enough to be judged.
     *
     * @param minimumRows parts with fewer rows are left out
     * @return assertions that have to hold on each of them
     */
    public EvaluationAssert onEverySlice(long minimumRows) {
        return on(
                "every slice of at least " + minimumRows + " rows",
                found -> found.slice().isPresent() && found.rows() >= minimumRows);
    }

    private EvaluationAssert on(String part, Predicate<Measurement> measured) {
        isNotNull();
        EvaluationAssert narrowed = new EvaluationAssert(actual, part, measured).as(descriptionText());
        return narrowed.require(
                !narrowed.measurements.isEmpty(),
                () -> "Expected " + part + ", but there is none. Slices: "
                        + actual.measurements().stream()
                                .flatMap(found -> found.slice().stream())
                                .distinct()
                                .toList());
    }

    /**
     * Goes on to one metric.
     *
     * @param metric the metric's name, such as {@code accuracy}, or where there are several of that name all of its
     *     text, such as {@code f1(yes)} or {@code f1 macro}
     * @return assertions about its number here
     */
    public MetricAssert metric(String metric) {
        isNotNull();
        List<Measurement> found = having(key -> key.toString().equals(metric));
        List<Measurement> named = found.isEmpty() ? having(key -> key.name().equals(metric)) : found;
        List<MetricKey> keys = keys(named);
        require(
                keys.size() <= 1,
                () -> "'" + metric + "' was measured in several ways on " + where + ": " + keys
                        + ". Name one of them.");
        return of(metric, named);
    }

    /**
     * Goes on to one metric.
     *
     * @param metric what was measured
     * @return assertions about its number here
     */
    public MetricAssert metric(MetricKey metric) {
        isNotNull();
        return of(metric.toString(), having(metric::equals));
    }

    /**
     * Goes on to one metric.
     *
     * @param metric the metric
     * @return assertions about its number here
     */
    public MetricAssert metric(Metric<?> metric) {
        return metric(metric.key());
    }

    private List<Measurement> having(Predicate<MetricKey> wanted) {
        return measurements.stream()
                .filter(measurement -> wanted.test(measurement.metric()))
                .toList();
    }

    private MetricAssert of(String metric, List<Measurement> found) {
        require(
                !found.isEmpty(),
                () -> "Expected '" + metric + "' to be measured on " + where + ", but measured were "
                        + keys(measurements));
        return new MetricAssert(found).as(descriptionText());
    }

    private static List<MetricKey> keys(List<Measurement> measurements) {
        return measurements.stream().map(Measurement::metric).distinct().toList();
    }
}
