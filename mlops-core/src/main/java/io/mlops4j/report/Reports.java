package io.mlops4j.report;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.VersionComparison;
import java.util.List;

/**
 * Pages for people. Each is a pure function of the values that it is given: no clock, file or registry is asked, and the same
 * values give the same bytes everywhere.
 */
public final class Reports {

    private Reports() {}

    /**
     * The page of a run: its verdict, what was measured, how the model answers, what its data look like and where it comes
     * from.
     *
     * @param run the run, approved or not
     * @param outcomes the truths of its test rows beside the answers of its own model, from which the curves are drawn
     * @param <Y> the kind of answer
     * @return the page
     */
    public static <Y extends Prediction> Report of(Run<?, Y> run, Outcomes<Y> outcomes) {
        return new Report(RunPage.of(run, outcomes));
    }

    /**
     * The page of a deployment: what is live since when and why, how it got there, and how its inputs, answers, quality and
     * speed have moved since.
     *
     * @param status what is live, at the moment of the report
     * @param versions the versions of the model, in any order; may be empty
     * @param moves the history of its aliases, in any order; may be empty
     * @param checks what the monitor found, the latest last; may be empty
     * @return the page
     */
    public static Report of(
            DeploymentStatus status, List<ModelVersion> versions, List<AliasMove> moves, List<MonitorReport> checks) {
        return new Report(DeploymentPage.of(new Life(status, versions, moves, checks)));
    }

    /**
     * The page of two versions side by side: their metrics, and how they differ in input, lineage and training rows.
     *
     * @param comparison the versions, of one model or of two
     * @param first the bundle of the first version
     * @param second the bundle of the second version
     * @return the page
     */
    public static Report of(VersionComparison comparison, Bundle first, Bundle second) {
        return new Report(ComparisonPage.of(comparison, first, second));
    }
}
