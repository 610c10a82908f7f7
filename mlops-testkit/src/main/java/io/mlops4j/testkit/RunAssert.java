package io.mlops4j.testkit;

import io.mlops4j.api.pipeline.Run;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one execution of a pipeline.
 *
 * <pre>{@code
 * assertThat(run)
 *     .isApproved()
 *     .hasMetricSatisfying("accuracy", accuracy -> accuracy.isAtLeast(0.87))
 *     .hasNoWarnings()
 *     .hasSameBundleAs(runOfYesterday);
 * }</pre>
 */
public final class RunAssert extends AbstractMlopsAssert<RunAssert, Run<?, ?>> {

    RunAssert(@Nullable Run<?, ?> actual) {
        super(actual, RunAssert.class);
    }

    /**
     * The model meets every criterion.
     *
     * @return this
     */
    public RunAssert isApproved() {
        verdict().isApproved();
        return this;
    }

    /**
     * The model misses a criterion.
     *
     * @return this
     */
    public RunAssert isRejected() {
        verdict().isRejected();
        return this;
    }

    /**
     * The model was rejected, and a criterion on this metric is among the reasons.
     *
     * @param metric the metric's name, such as {@code roc_auc}, or all of its text, such as {@code f1(yes)}
     * @return this
     */
    public RunAssert wasRejectedBecauseOf(String metric) {
        verdict().isRejected().missed(metric);
        return this;
    }

    /**
     * The metric was measured on all test rows.
     *
     * @param metric the metric's name, or all of its text
     * @return this
     */
    public RunAssert hasMetric(String metric) {
        evaluation().hasMetric(metric);
        return this;
    }

    /**
     * The metric was measured on all test rows, and the number is as wished.
     *
     * @param metric the metric's name, or all of its text
     * @param wishes asserts what it has to be
     * @return this
     */
    public RunAssert hasMetricSatisfying(String metric, Consumer<MetricAssert> wishes) {
        wishes.accept(metric(metric));
        return this;
    }

    /**
     * The run's bundle has this digest.
     *
     * @param digest 64 hexadecimal digits
     * @return this
     */
    public RunAssert hasBundleDigest(String digest) {
        isNotNull();
        String found = actual.bundle().digest();
        return require(
                found.equals(digest),
                () -> "Expected the bundle's digest to be\n  " + digest + ", but it is\n  " + found);
    }

    /**
     * Another run gave the same bytes.
     *
     * @param other the other run
     * @return this
     */
    public RunAssert hasSameBundleAs(Run<?, ?> other) {
        return hasBundleDigest(other.bundle().digest());
    }

    /**
     * No expectation was broken, not even one that only warns.
     *
     * @return this
     */
    public RunAssert hasNoWarnings() {
        isNotNull();
        return require(
                actual.warnings().isEmpty(), () -> "Expected a run without warnings, but found " + actual.warnings());
    }

    /**
     * The source left no row out.
     *
     * @return this
     */
    public RunAssert hasNoRejectedRows() {
        isNotNull();
        return require(
                actual.rejected().count() == 0,
                () -> "Expected no rejected rows, but there are "
                        + actual.rejected().count() + ": " + actual.rejected().sample());
    }

    /**
     * Goes on to the verdict.
     *
     * @return assertions about it
     */
    public VerdictAssert verdict() {
        isNotNull();
        return new VerdictAssert(actual.verdict()).as(descriptionText());
    }

    /**
     * Goes on to all that was measured.
     *
     * @return assertions about it
     */
    public EvaluationAssert evaluation() {
        isNotNull();
        return new EvaluationAssert(actual.evaluation()).as(descriptionText());
    }

    /**
     * Goes on to one metric on all test rows.
     *
     * @param metric the metric's name, or all of its text
     * @return assertions about it
     */
    public MetricAssert metric(String metric) {
        return evaluation().metric(metric);
    }
}
