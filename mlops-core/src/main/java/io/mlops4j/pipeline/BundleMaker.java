package io.mlops4j.pipeline;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.bundle.BundleParts;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.check.Profiler;
import io.mlops4j.environment.Environment;
import java.util.ArrayList;
import java.util.List;

/** Measures a trained model on the test rows, and puts together all that belongs to it. */
final class BundleMaker<Y extends Prediction> implements AutoCloseable {

    private final Pipeline<?, Y> pipeline;
    private final Partition parts;
    private final TruthReader truths;
    private final Preparation preparation;
    private final TrainedModel trained;
    private final Measuring<Y> measuring;
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
        this.measuring = new Measuring<>(pipeline, truths, environment);
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
        return measuring.evaluate(model, parts.test());
    }

    private double[] score(Dataset rows) {
        return Measuring.scores(model, rows);
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
        Dataset chosen =
                GoldenChoice.from(parts.test().columns(input), parts.training().columns(input));
        return new GoldenRows(chosen, model.outputs(), score(chosen));
    }

    /** What the training rows look like, and what the model answers on rows that it has not seen. */
    private Profile profile() {
        Profile columns = Profiler.profile(parts.training().columns(input));
        List<ColumnProfile> all = new ArrayList<>(columns.columns());
        all.addAll(AnswerProfile.of(score(parts.test()), truths.classes()));
        return new Profile(columns.rows(), all);
    }

    @Override
    public void close() {
        model.close();
    }
}
