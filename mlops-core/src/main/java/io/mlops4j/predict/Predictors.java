package io.mlops4j.predict;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import io.mlops4j.bundle.ServingParts;
import java.util.List;
import java.util.Optional;

/** Makes predictors of bundles. */
public final class Predictors {

    private Predictors() {}

    /**
     * Opens a bundle with flat arrays: compiled, or {@linkplain FormModel step by step} if a step is not columnwise.
     *
     * @param bundle the bundle
     * @param reader reads the rows
     * @param type the kind of answer
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     * @throws UnsupportedModelException if the bundle answers otherwise, has no flat arrays, or a step needs earlier rows
     * @throws io.mlops4j.api.error.SchemaException if the reader's columns do not match the bundle's, with every difference
     */
    public static <I, Y extends Prediction> ModelPredictor<I, Y> open(
            Bundle bundle, RowReader<I> reader, Class<Y> type) {
        requireType(bundle.name(), bundle.target(), type);
        ModelForm form = bundle.form()
                .orElseThrow(
                        () -> new UnsupportedModelException(
                                "Bundle '" + bundle.name() + "' holds a model of format '"
                                        + bundle.reference()
                                                .map(ReferenceModel::format)
                                                .orElse("none")
                                        + "' without flat arrays, so it cannot be compiled. Give the library the ModelFormat of that name."));
        return new ModelPredictor<>(
                bundle.name(),
                model(
                        bundle.input(),
                        bundle.categories(),
                        bundle.steps(),
                        bundle.space(),
                        form,
                        bundle.classes(),
                        reader),
                bundle.classes(),
                type);
    }

    /**
     * Opens the parts of a bundle that answer.
     *
     * @param parts the parts
     * @param reader reads the rows
     * @param type the kind of answer
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     * @throws UnsupportedModelException if the model answers otherwise, or a step needs earlier rows
     * @throws io.mlops4j.api.error.SchemaException if the reader's columns do not match the model's, with every difference
     */
    public static <I, Y extends Prediction> ModelPredictor<I, Y> open(
            ServingParts parts, RowReader<I> reader, Class<Y> type) {
        requireType(parts.name(), parts.target(), type);
        return new ModelPredictor<>(
                parts.name(),
                model(
                        parts.input(),
                        parts.categories(),
                        parts.steps(),
                        parts.space(),
                        parts.form(),
                        parts.classes(),
                        reader),
                parts.classes(),
                type);
    }

    private static <I> RowModel<I> model(
            Schema input,
            List<Dictionary> categories,
            List<FittedPreprocessor> steps,
            FeatureSpace space,
            ModelForm form,
            Optional<Classes> classes,
            RowReader<I> reader) {
        return CompiledModel.takes(steps)
                ? CompiledModel.compile(input, categories, steps, space, form, classes)
                        .bind(reader)
                : new OpaqueModel<>(
                        input, categories, steps, classes, reader, new FormModel(space, form, classes), "flat arrays");
    }

    /**
     * Opens a bundle by the model of another library: slow, for kinds that cannot be compiled and as the oracle of those
     * that can.
     *
     * @param bundle the bundle
     * @param reader reads the rows
     * @param type the kind of answer
     * @param open the bundle's reference model; closed with the predictor
     * @param <I> the type of a row
     * @param <Y> the kind of answer
     * @return the predictor, to be closed by the caller
     * @throws UnsupportedModelException if the bundle answers otherwise, or a step needs earlier rows
     * @throws io.mlops4j.api.error.SchemaException if the reader's columns do not match the bundle's, with every difference
     */
    public static <I, Y extends Prediction> ModelPredictor<I, Y> open(
            Bundle bundle, RowReader<I> reader, Class<Y> type, OpenModel open) {
        requireType(bundle.name(), bundle.target(), type);
        OpaqueModel<I> model = new OpaqueModel<>(
                bundle.input(), bundle.categories(), bundle.steps(), bundle.classes(), reader, open, "reference model");
        return new ModelPredictor<>(bundle.name(), model, bundle.classes(), type);
    }

    private static void requireType(String name, Target<?> target, Class<?> type) {
        Class<?> found = target.predictionType();
        if (found != type) {
            throw new UnsupportedModelException("Bundle '" + name + "' gives a " + found.getSimpleName() + ", not a "
                    + type.getSimpleName() + ". Ask for " + found.getSimpleName() + ".class.");
        }
    }
}
