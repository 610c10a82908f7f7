package io.mlops4j.pipeline;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.evaluate.Condition;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.environment.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges the model of a run against the one that is live now, on the test rows of the run.
 *
 * @param <Y> the kind of answer
 */
public final class Judgement<Y extends Prediction> {

    private final Run<?, Y> run;
    private final Environment environment;
    private final Measuring<Y> measuring;

    /**
     * A judgement about a run.
     *
     * @param run the run
     * @param environment executor and formats
     */
    public Judgement(Run<?, Y> run, Environment environment) {
        this.run = run;
        this.environment = environment;
        this.measuring = new Measuring<>(
                run.pipeline(),
                TruthReader.of(run.pipeline().target(), run.bundle().classes()),
                environment);
    }

    /**
     * Judges.
     *
     * @param champion gives the bundle that is live, or empty if there is none; asked only if a criterion compares with it
     * @return the verdict by all criteria of the pipeline
     */
    public Verdict against(Supplier<Optional<Bundle>> champion) {
        Optional<Bundle> present = comparesWithChampion() ? champion.get() : Optional.empty();
        if (present.isEmpty()) {
            return Verdict.of(run.pipeline().criteria(), run.evaluation(), Optional.empty());
        }
        Bundle live = present.get();
        if (!live.classes().equals(run.bundle().classes())) {
            return incomparable("the champion has other classes: " + live.classes() + ", not "
                    + run.bundle().classes());
        }
        Evaluation baseline;
        try (BatchScorer model = scorer(live)) {
            baseline = measuring.evaluate(model, run.test());
        } catch (SchemaException | InvalidDataException e) {
            return incomparable("the champion cannot answer the test rows of this run: " + e.getMessage()
                    + " Columns that only the champion reads can stay in the row type, as ignore(…) of the pipeline.");
        }
        return Verdict.of(run.pipeline().criteria(), run.evaluation(), Optional.of(baseline));
    }

    /**
     * Whether the verdict depends on who is champion.
     *
     * @return whether a criterion compares with the champion
     */
    public boolean comparesWithChampion() {
        return run.pipeline().criteria().stream()
                .anyMatch(criterion -> criterion.condition() instanceof Condition.NoWorseThanChampion);
    }

    /** Two models that do not answer the same question cannot be compared, and what is not known approves nothing. */
    private Verdict incomparable(String reason) {
        List<Finding> findings = new ArrayList<>();
        run.pipeline()
                .criteria()
                .forEach(criterion -> findings.addAll(
                        criterion.condition() instanceof Condition.NoWorseThanChampion
                                ? List.of(new Finding(criterion.toString(), false, reason))
                                : criterion.judge(run.evaluation(), Optional.empty())));
        return new Verdict.Rejected(findings);
    }

    /**
     * The truths of the test rows beside the answers of the run's own model.
     *
     * @return what metrics and curves are computed of
     */
    public Outcomes<Y> outcomes() {
        try (BatchScorer model = scorer(run.bundle())) {
            return measuring.outcomes(model, run.test());
        }
    }

    private BatchScorer scorer(Bundle bundle) {
        return ModelOpening.batchScorer(ModelOpening.Parts.of(bundle), environment.modelFormats());
    }
}
