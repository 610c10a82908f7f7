package io.mlops4j.bundle;

import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.train.CategoryTarget;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether parts that are sound each by itself belong to one model. */
final class PartsCheck {

    private PartsCheck() {}

    static void requireFit(Schema input, List<Dictionary> categories, Target<?> target, Optional<Classes> classes) {
        require(
                categories.size() == input.size(),
                input.size() + " input columns need as many dictionaries, not " + categories.size() + ".");
        for (int i = 0; i < input.size(); i++) {
            Column column = input.columns().get(i);
            require(column.type() != ColumnType.SPARSE, "The input column " + column + " cannot be read from a row.");
            require(
                    column.type() == ColumnType.CATEGORICAL || categories.get(i).size() == 0,
                    "The input column " + column + " has categories.");
        }
        require(
                target instanceof CategoryTarget == classes.isPresent(),
                "A model has classes if its target is a category, and only then.");
    }

    static void requireFit(
            Optional<ModelForm> form,
            Optional<ReferenceModel> reference,
            FeatureSpace space,
            Optional<Classes> classes) {
        require(form.isPresent() || reference.isPresent(), "A bundle has flat arrays, a reference model, or both.");
        form.ifPresent(model -> {
            require(
                    model.features() == space.size(),
                    "The model reads " + model.features() + " features, the preparation gives " + space.size() + ".");
            require(
                    model.link() == Link.IDENTITY == classes.isEmpty(),
                    "The link " + model.link() + " does not belong to this target.");
            int outputs = model.link() == Link.LOGISTIC ? 2 : model.margins();
            require(
                    outputs == outputs(classes),
                    "The model gives " + outputs + " numbers, the target needs " + outputs(classes) + ".");
        });
    }

    static void requireFit(GoldenRows golden, Schema input, Optional<Classes> classes) {
        require(golden.inputs().size() > 0, "A bundle has at least one golden row.");
        require(
                golden.inputs().schema().equals(input),
                "The golden rows have other columns than the input: "
                        + golden.inputs().schema() + " instead of " + input + ".");
        require(
                golden.outputs() == outputs(classes),
                "A golden row has " + golden.outputs() + " answers, the target needs " + outputs(classes) + ".");
        require(
                Arrays.stream(golden.answers()).allMatch(Double::isFinite),
                "The answer to a golden row is not finite.");
    }

    /** As many as a scorer of such a model gives. */
    private static int outputs(Optional<Classes> classes) {
        return classes.map(Classes::size).orElse(1);
    }

    private static void require(boolean fits, String problem) {
        if (!fits) {
            throw new IllegalArgumentException(problem);
        }
    }
}
