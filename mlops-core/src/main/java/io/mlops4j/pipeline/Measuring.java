package io.mlops4j.pipeline;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.evaluate.ClassificationOutcomes;
import io.mlops4j.api.evaluate.Criterion;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.evaluate.Outcomes;
import io.mlops4j.api.evaluate.RegressionOutcomes;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Truth;
import io.mlops4j.environment.Environment;
import io.mlops4j.evaluate.Bootstrap;
import io.mlops4j.evaluate.Evaluator;
import io.mlops4j.evaluate.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures models on rows whose truth is known, by what a pipeline asks for: its own model, and the champion's. */
final class Measuring<Y extends Prediction> {

    private static final int RESAMPLES = 200;
    private static final long RESAMPLING_SEED = 1;

    private final Pipeline<?, Y> pipeline;
    private final TruthReader truths;
    private final Environment environment;

    Measuring(Pipeline<?, Y> pipeline, TruthReader truths, Environment environment) {
        this.pipeline = pipeline;
        this.truths = truths;
        this.environment = environment;
    }

    Evaluation evaluate(BatchScorer model, Dataset rows) {
        return Evaluator.of(metrics())
                .slicedBy(pipeline.slices())
                .bootstrap(
                        Bootstrap.of(RESAMPLES).seed(RESAMPLING_SEED).on(environment.executor(), environment.helpers()))
                .evaluate(outcomes(model, rows), rows);
    }

    /** What was asked for and what the criteria need; the usual metrics if nothing was asked for. */
    private List<Metric<Y>> metrics() {
        Map<Object, Metric<Y>> wanted = new LinkedHashMap<>();
        List<Metric<Y>> asked =
                pipeline.metrics().isEmpty() ? Metrics.usual(pipeline.target(), truths.classes()) : pipeline.metrics();
        asked.forEach(metric -> wanted.putIfAbsent(metric.key(), metric));
        for (Criterion<Y> criterion : pipeline.criteria()) {
            wanted.putIfAbsent(criterion.metric().key(), criterion.metric());
        }
        return List.copyOf(wanted.values());
    }

    @SuppressWarnings("unchecked") // the kind of truth and the kind of answer both follow from the target
    Outcomes<Y> outcomes(BatchScorer model, Dataset rows) {
        double[] scores = scores(model, rows);
        Truth truth = truths.read(rows);
        Optional<double[]> weights = Preparation.weights(rows).map(NumericValues::toArray);
        return (Outcomes<Y>)
                (truth instanceof ClassTruth classTruth
                        ? ClassificationOutcomes.of(classTruth, scores, weights)
                        : RegressionOutcomes.of((NumberTruth) truth, scores, weights));
    }

    static double[] scores(BatchScorer model, Dataset rows) {
        double[] scores = new double[rows.size() * model.outputs()];
        model.score(rows, scores);
        return scores;
    }
}
