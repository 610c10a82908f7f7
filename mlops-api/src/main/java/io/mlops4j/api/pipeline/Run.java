package io.mlops4j.api.pipeline;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.predict.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One execution of a pipeline that gave a model.
 *
 * @param pipeline what was executed
 * @param bundle the model with all that belongs to it
 * @param verdict whether it meets the pipeline's criteria; those against a champion are judged when it is registered
 * @param warnings the expectations that were broken and only warn
 * @param rejected the broken rows that the source left out, and then those of the source of test rows if there is one
 * @param timings how long each stage took
 * @param startedAt when it began
 * @param test the rows on which it was measured, with their truth: a champion is measured on them too
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public record Run<I, Y extends Prediction>(
        Pipeline<I, Y> pipeline,
        Bundle bundle,
        Verdict verdict,
        List<Violation> warnings,
        RejectedRows rejected,
        List<StageTiming> timings,
        Instant startedAt,
        Dataset test) {

    /** Copies the lists. */
    public Run {
        warnings = List.copyOf(warnings);
        timings = List.copyOf(timings);
    }

    /**
     * What was measured of the model.
     *
     * @return the evaluation that is in the bundle
     */
    public Evaluation evaluation() {
        return bundle.evaluation();
    }

    /**
     * What decided how the training went but not what came of it, such as a number of threads. It is not in the bundle.
     *
     * @return the trainer's settings of that kind, as JSON values
     */
    public Map<String, Object> execution() {
        return pipeline.trainer().execution();
    }

    /**
     * How long the whole run took.
     *
     * @return the sum of its stages
     */
    public Duration took() {
        return timings.stream().map(StageTiming::took).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public String toString() {
        return "run of '" + pipeline.name() + "': " + verdict.getClass().getSimpleName() + ", " + bundle;
    }
}
