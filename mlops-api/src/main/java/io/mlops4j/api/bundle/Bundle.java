package io.mlops4j.api.bundle;

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
 * What a run produces: everything that is needed to answer, to check that the answers are right, and to say where the model
 * comes from. Immutable, verified when it was loaded, and without executable code. Equal runs give equal bytes.
 *
 * @param name the name of the pipeline that made it
 * @param input the columns that a row must have to be predicted
 * @param categories for each input column in order the categories of the training rows by code point; an empty dictionary
 *     for a column that is not categorical
 * @param target what it predicts
 * @param classes the classes in order, or empty for a regression
 * @param steps the fitted preparation, in order
 * @param space the features after the preparation
 * @param form the model as flat arrays, or empty for a kind that has no compiled scorer
 * @param reference the model as the library that trained it stores it, or empty
 * @param golden rows with the answers that it has to give
 * @param profile what the training rows looked like
 * @param evaluation what was measured of it on its own test rows
 * @param lineage data fingerprints, parameters, versions: JSON values that are the same on every machine
 * @param content the stored form, and its digest
 */
public record Bundle(
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
        Map<String, Object> lineage,
        BundleContent content) {

    /** Copies the collections. */
    public Bundle {
        categories = List.copyOf(categories);
        steps = List.copyOf(steps);
        lineage = Map.copyOf(lineage);
    }

    /**
     * The SHA-256 of the stored form, which is the identity of the bundle.
     *
     * @return 64 hexadecimal digits
     */
    public String digest() {
        return content.digest();
    }

    @Override
    public String toString() {
        return "bundle '" + name + "' " + digest().substring(0, 12) + ", " + content.size() + " bytes";
    }
}
