package io.mlops4j.pipeline;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Schema;
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
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.bundle.BundleParts;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.check.Profiler;
import io.mlops4j.evaluate.Bootstrap;
import io.mlops4j.evaluate.Evaluator;
import io.mlops4j.evaluate.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures a trained model on the test rows, and puts together all that belongs to it. */
final class BundleMaker<Y extends Prediction> {

    private static final int RESAMPLES = 200;
    private static final long RESAMPLING_SEED = 1;

    private final Pipeline<?, Y> pipeline;
    private final Partition parts;
    private final TruthReader truths;
    private final Preparation preparation;
    private final TrainedModel trained;
    private final Environment environment;
    private final Schema input;
    private final List<Dictionary> categories;
    private final BatchScorer model;

    BundleMaker(
            Pipeline<?, Y> pipeline,
            Partition parts,
            TruthReader truths,
            Preparation preparation,
            TrainedModel trained,
            Environment environment) {
        this.pipeline = pipeline;
        this.parts = parts;
        this.truths = truths;
        this.preparation = preparation;
        this.trained = trained;
        this.environment = environment;
        this.input = pipeline.schema().features();
        this.categories = Categories.of(parts.training(), input);
        this.model = ModelOpening.batchScorer(
                new ModelOpening.Parts(
                        input,
                        categories,
                        preparation.steps(),
                        preparation.space(),
                        trained.form(),
                        trained.reference(),
                        truths.classes()),
                environment.modelFormats());
    }

    Evaluation evaluate() {
        Dataset test = parts.test();
        return Evaluator.of(metrics())
                .slicedBy(pipeline.slices())
                .bootstrap(
                        Bootstrap.of(RESAMPLES).seed(RESAMPLING_SEED).on(environment.executor(), environment.helpers()))
                .evaluate(outcomes(test), test);
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
    private Outcomes<Y> outcomes(Dataset rows) {
        double[] scores = score(rows);
        Truth truth = truths.read(rows);
        Optional<double[]> weights = Preparation.weights(rows).map(NumericValues::toArray);
        return (Outcomes<Y>)
                (truth instanceof ClassTruth classTruth
                        ? ClassificationOutcomes.of(classTruth, scores, weights)
                        : RegressionOutcomes.of((NumberTruth) truth, scores, weights));
    }

    private double[] score(Dataset rows) {
        double[] scores = new double[rows.size() * model.outputs()];
        model.score(rows, scores);
        return scores;
    }

    Bundle bundle(Evaluation evaluation, Dataset rows) {
        return Bundles.assemble(new BundleParts(
                pipeline.name(),
                input,
                categories,
                pipeline.target(),
                truths.classes(),
                preparation.steps(),
                preparation.space(),
                trained.form(),
                trained.reference(),
                golden(),
                profile(),
                evaluation,
                Lineage.of(pipeline, rows, parts, trained)));
    }

    private GoldenRows golden() {
        Dataset chosen = GoldenChoice.from(parts.test().columns(input));
        return new GoldenRows(chosen, model.outputs(), score(chosen));
    }

    /** What the training rows look like, and what the model answers on rows that it has not seen. */
    private Profile profile() {
        Profile columns = Profiler.profile(parts.training().columns(input));
        List<ColumnProfile> all = new ArrayList<>(columns.columns());
        all.addAll(AnswerProfile.of(score(parts.test()), truths.classes()));
        return new Profile(columns.rows(), all);
    }
}
