package io.mlops4j.bundle;

import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What answers of a bundle. See {@link io.mlops4j.api.bundle.Bundle} for what each part is.
 *
 * @param name the name of the pipeline that made it
 * @param input the columns that a row must have to be predicted
 * @param categories for each input column its categories
 * @param target what it predicts
 * @param classes the classes in order, or empty for a regression
 * @param steps the fitted preparation, in order
 * @param space the features after the preparation
 * @param form the model as flat arrays
 * @param golden reads the rows with the answers that it has to give
 */
public record ServingParts(
        String name,
        Schema input,
        List<Dictionary> categories,
        Target<?> target,
        Optional<Classes> classes,
        List<FittedPreprocessor> steps,
        FeatureSpace space,
        ModelForm form,
        Supplier<GoldenRows> golden) {

    /**
     * Copies the collections and checks that the parts fit each other.
     *
     * @throws IllegalArgumentException if two parts contradict each other
     */
    public ServingParts {
        categories = List.copyOf(categories);
        steps = List.copyOf(steps);
        PartsCheck.requireFit(input, categories, target, classes);
        PartsCheck.requireFit(Optional.of(form), Optional.empty(), space, classes);
    }
}
