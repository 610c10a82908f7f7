package io.mlops4j.testkit;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.predict.Regression;
import org.jspecify.annotations.Nullable;

/**
 * The way into all assertions. It can be imported statically beside AssertJ's own {@code assertThat}.
 *
 * <pre>{@code
 * import static io.mlops4j.testkit.MlopsAssertions.assertThat;
 *
 * assertThat(run).isApproved().hasNoRejectedRows();
 * assertThat(run.evaluation()).onEverySlice(100).metric("accuracy").isAtLeast(0.85);
 * assertThat(predictor.predict(row)).hasLabel("Adelie");
 * }</pre>
 */
public final class MlopsAssertions {

    private MlopsAssertions() {}

    /**
     * Speaks of a run.
     *
     * @param actual the run
     * @return assertions about it
     */
    public static RunAssert assertThat(@Nullable Run<?, ?> actual) {
        return new RunAssert(actual);
    }

    /**
     * Speaks of what was measured.
     *
     * @param actual the evaluation
     * @return assertions about it
     */
    public static EvaluationAssert assertThat(@Nullable Evaluation actual) {
        return new EvaluationAssert(actual);
    }

    /**
     * Speaks of a verdict.
     *
     * @param actual the verdict
     * @return assertions about it
     */
    public static VerdictAssert assertThat(@Nullable Verdict actual) {
        return new VerdictAssert(actual);
    }

    /**
     * Speaks of a predicted class.
     *
     * @param actual the answer
     * @return assertions about it
     */
    public static ClassificationAssert assertThat(@Nullable Classification actual) {
        return new ClassificationAssert(actual);
    }

    /**
     * Speaks of a predicted number.
     *
     * @param actual the answer
     * @return assertions about it
     */
    public static RegressionAssert assertThat(@Nullable Regression actual) {
        return new RegressionAssert(actual);
    }

    /**
     * Speaks of rows.
     *
     * @param actual the rows
     * @return assertions about them
     */
    public static DatasetAssert assertThat(@Nullable Dataset actual) {
        return new DatasetAssert(actual);
    }

    /**
     * Speaks of how a model behaves.
     *
     * @param actual the predictor, which stays open
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return assertions about it
     */
    public static <I, Y extends Prediction> PredictorAssert<I, Y> assertThat(@Nullable Predictor<I, Y> actual) {
        return new PredictorAssert<>(actual);
    }

    /**
     * Speaks of what a monitor found.
     *
     * @param actual the report
     * @return assertions about it
     */
    public static MonitorReportAssert assertThat(@Nullable MonitorReport actual) {
        return new MonitorReportAssert(actual);
    }

    /**
     * Speaks of how a column compares with its reference.
     *
     * @param actual the comparison
     * @return assertions about it
     */
    public static ColumnDriftAssert assertThat(@Nullable ColumnDrift actual) {
        return new ColumnDriftAssert(actual);
    }

    /**
     * Speaks of an alert.
     *
     * @param actual the alert
     * @return assertions about it
     */
    public static AlertAssert assertThat(@Nullable Alert actual) {
        return new AlertAssert(actual);
    }
}
