package io.mlops4j.bundle;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle is made of: everything but its bytes. See {@link Bundle} for what each part is.
 *
 * @param name the name of the pipeline that made it
 * @param input the columns that a row must have to be predicted
 * @param categories for each input column its categories; an empty dictionary for a column that is not categorical
 * @param target what it predicts
 * @param classes the classes in order, or empty for a regression
 * @param steps the fitted preparation, in order
 * @param space the features after the preparation
 * @param form the model as flat arrays, or empty
 * @param reference the model as the library that trained it stores it, or empty
 * @param golden rows with the answers that it has to give, at least one
 * @param profile what the training rows looked like
 * @param evaluation what was measured of it on its own test rows
 * @param lineage JSON values that are the same on every machine; kept as they come back from a bundle, with every number a
 *     {@code Double}
 */
public record BundleParts(
        String name,
        Schema input,
        List<Dictionary> categories,
        Target<?> target,
        Optional<Classes> classes,
        List<FittedPreprocessor> steps,
        FeatureSpace space,
        Optional<ModelForm> form,
        Optional<ReferenceModel> reference,
        GoldenRows golden,
        Profile profile,
        Evaluation evaluation,
        Map<String, Object> lineage) {

    /**
     * Copies the collections and checks that the parts fit each other.
     *
     * @throws IllegalArgumentException if two parts contradict each other, or the lineage has something else than JSON values
     */
    public BundleParts {
        categories = List.copyOf(categories);
        steps = List.copyOf(steps);
        lineage = StrictJson.copy(Part.LINEAGE, lineage);
        PartsCheck.requireFit(input, categories, target, classes);
        PartsCheck.requireFit(form, reference, space, classes);
        PartsCheck.requireFit(golden, input, classes);
    }

    Bundle with(BundleContent content) {
        return new Bundle(
                name,
                input,
                categories,
                target,
                classes,
                steps,
                space,
                form,
                reference,
                golden,
                profile,
                evaluation,
                lineage,
                content);
    }
}
