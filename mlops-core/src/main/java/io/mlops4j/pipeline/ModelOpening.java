package io.mlops4j.pipeline;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.bundle.ServingParts;
import io.mlops4j.predict.CompiledModel;
import io.mlops4j.predict.FormModel;
import io.mlops4j.predict.ModelPredictor;
import io.mlops4j.predict.Predictors;
import io.mlops4j.predict.StepwiseModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a model answer: compiled from flat arrays if there are any and the steps allow it, else step by step, by the flat
 * arrays or in its own library.
 */
public final class ModelOpening {

    private ModelOpening() {}

    /** What decides a model's answers; the parts of a {@link Bundle} that are there before it is. */
    record Parts(
            Schema input,
            List<Dictionary> categories,
            List<FittedPreprocessor> steps,
            FeatureSpace space,
            Optional<ModelForm> form,
            Optional<ReferenceModel> reference,
            Optional<Classes> classes) {

        static Parts of(Bundle bundle) {
            return new Parts(
                    bundle.input(),
                    bundle.categories(),
                    bundle.steps(),
                    bundle.space(),
                    bundle.form(),
                    bundle.reference(),
                    bundle.classes());
        }
    }

    /**
     * Opens a bundle, and sees to it that it gives the answers that it gave when it was made.
     *
     * @param bundle a verified bundle
     * @param rows reads a row
     * @param type the kind of answer
     * @param formats open models that have no flat arrays
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     */
    public static <I, Y extends Prediction> ModelPredictor<I, Y> predictor(
            Bundle bundle, RowReader<I> rows, Class<Y> type, List<ModelFormat> formats) {
        ModelPredictor<I, Y> predictor = unchecked(bundle, rows, type, formats);
        try {
            requireGolden(bundle, predictor);
            return predictor;
        } catch (RuntimeException e) {
            predictor.close();
            throw e;
        }
    }

    /**
     * The first half of {@link #predictor}: opens a bundle, and compares the columns.
     *
     * @param bundle a verified bundle
     * @param rows reads a row
     * @param type the kind of answer
     * @param formats open models that have no flat arrays
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     */
    public static <I, Y extends Prediction> ModelPredictor<I, Y> unchecked(
            Bundle bundle, RowReader<I> rows, Class<Y> type, List<ModelFormat> formats) {
        if (bundle.form().isPresent()) {
            return Predictors.open(bundle, rows, type);
        }
        OpenModel open = open(bundle.reference(), bundle.space(), bundle.classes(), formats);
        try {
            return Predictors.open(bundle, rows, type, open);
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    /**
     * The second half of {@link #predictor}: sees to it that the golden rows get their answers.
     *
     * @param bundle the bundle
     * @param predictor made of it
     * @throws UnsupportedModelException if an answer is another one, naming the row
     */
    public static void requireGolden(Bundle bundle, ModelPredictor<?, ?> predictor) {
        GoldenCheck.require(bundle, bundle.golden(), predictor);
    }

    /**
     * Opens what answers of a bundle, and compares the columns.
     *
     * @param parts the parts of a bundle whose digest was compared
     * @param rows reads a row
     * @param type the kind of answer
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     */
    public static <I, Y extends Prediction> ModelPredictor<I, Y> unchecked(
            ServingParts parts, RowReader<I> rows, Class<Y> type) {
        return Predictors.open(parts, rows, type);
    }

    /**
     * Sees to it that the golden rows get their answers.
     *
     * @param parts the parts, whose golden rows are read now
     * @param predictor made of them
     * @throws UnsupportedModelException if an answer is another one, naming the row
     */
    public static void requireGolden(ServingParts parts, ModelPredictor<?, ?> predictor) {
        GoldenCheck.require(parts.name(), parts.golden().get(), predictor);
    }

    /**
     * What is to be told of the row type of a model that was opened, once everything else about it was found in order.
     *
     * @param predictor the open model
     * @param at when
     * @return the event, if there are columns that the model does not know
     */
    public static Optional<LifecycleEvent> extraColumns(ModelPredictor<?, ?> predictor, Instant at) {
        List<String> extra = predictor.extraColumns();
        return extra.isEmpty()
                ? Optional.empty()
                : Optional.of(new LifecycleEvent.ExtraColumnsIgnored(at, predictor.name(), extra));
    }

    static BatchScorer batchScorer(Parts parts, List<ModelFormat> formats) {
        Optional<ModelForm> form = parts.form();
        if (form.isPresent() && CompiledModel.takes(parts.steps())) {
            return new CompiledScorer(CompiledModel.compile(
                    parts.input(), parts.categories(), parts.steps(), parts.space(), form.get(), parts.classes()));
        }
        OpenModel open = form.isPresent()
                ? new FormModel(parts.space(), form.get(), parts.classes())
                : open(parts.reference(), parts.space(), parts.classes(), formats);
        return new StepwiseScorer(
                new StepwiseModel(parts.input(), parts.categories(), parts.steps(), parts.classes(), open), open);
    }

    private static OpenModel open(
            Optional<ReferenceModel> stored, FeatureSpace space, Optional<Classes> classes, List<ModelFormat> formats) {
        ReferenceModel reference = stored.orElseThrow(
                () -> new UnsupportedModelException("The model has neither flat arrays nor a reference model."));
        List<ModelFormat> able = formats.stream()
                .filter(format -> format.name().equals(reference.format()))
                .toList();
        if (able.size() != 1) {
            throw new UnsupportedModelException("The model is stored as '" + reference.format() + "', which "
                    + (able.isEmpty() ? "no" : "more than one") + " registered format opens: "
                    + formats.stream()
                            .map(format ->
                                    format.name() + " by " + format.getClass().getName())
                            .toList()
                    + ". Register exactly one with Mlops.builder().modelFormat(…).");
        }
        return able.get(0).open(reference, space, classes.map(Classes::names).orElse(List.of("value")));
    }

    private record CompiledScorer(CompiledModel model) implements BatchScorer {

        @Override
        public int outputs() {
            return model.outputs();
        }

        @Override
        public void score(Dataset rows, double[] scores) {
            model.score(rows, scores);
        }

        /** Holds nothing but memory. */
        @Override
        public void close() {}
    }

    private record StepwiseScorer(StepwiseModel model, OpenModel open) implements BatchScorer {

        @Override
        public int outputs() {
            return model.outputs();
        }

        @Override
        public void score(Dataset rows, double[] scores) {
            model.score(rows, scores);
        }

        @Override
        public void close() {
            open.close();
        }
    }
}
