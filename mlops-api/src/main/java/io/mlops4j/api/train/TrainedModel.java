package io.mlops4j.api.train;

import java.util.Map;
import java.util.Optional;

/**
 * What a trainer gives: the model as flat arrays that this library can compile, and the form of the algorithm's own library.
 * At least one of them is there.
 *
 * @param form the flat arrays, or empty for a kind that has no compiled scorer
 * @param reference the model as its own library stores it, the oracle of the compiled scorer, or empty
 * @param lineage facts about how it was made that are the same on every machine, such as versions of libraries; JSON values
 */
public record TrainedModel(Optional<ModelForm> form, Optional<ReferenceModel> reference, Map<String, Object> lineage) {

    /** Checks that there is a model. */
    public TrainedModel {
        if (form.isEmpty() && reference.isEmpty()) {
            throw new IllegalArgumentException("A trained model has flat arrays, a reference model, or both.");
        }
        lineage = Map.copyOf(lineage);
    }
}
