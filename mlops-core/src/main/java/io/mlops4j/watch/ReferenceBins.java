package io.mlops4j.watch;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.NumericBins;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bins of everything that is watched of one model, frozen on its training rows and on its own answers to its test rows.
 *
 * @param schema the columns of a row
 * @param classes the classes of a classification, or empty for a regression
 * @param inputs the bins of each column that is numeric, boolean or categorical, in the order of the schema
 * @param score the bins of the score, or empty if there is not one number for each answer
 * @param label the bins of the predicted class by its index, or empty for a regression
 */
public record ReferenceBins(
        Schema schema,
        Optional<Classes> classes,
        List<ColumnBins> inputs,
        Optional<ColumnBins> score,
        Optional<ColumnBins> label) {

    /** The name of the score's profile; in brackets, so that no column is hidden by it. */
    public static final String SCORE = "(score)";

    /** The name of the predicted class's profile. */
    public static final String LABEL = "(label)";

    private static final List<Double> NO_QUANTILES = Collections.nCopies(NumericProfile.LEVELS.size(), Double.NaN);

    /** Copies the list. */
    public ReferenceBins {
        inputs = List.copyOf(inputs);
    }

    /**
     * The bins of a model.
     *
     * @param bundle the model with its reference profile; a column that the profile does not tell of has bins whose
     *     reference is empty, with which nothing can be compared
     * @return its bins
     */
    public static ReferenceBins of(Bundle bundle) {
        return of(bundle.input(), bundle.categories(), bundle.classes(), bundle.profile());
    }

    /**
     * The bins of a model whose parts are not in a bundle.
     *
     * @param schema the columns of a row
     * @param dictionaries for each column its categories; empty for a column that is not categorical
     * @param classes the classes of a classification, or empty for a regression
     * @param profile what the reference looks like, answers included
     * @return its bins
     */
    public static ReferenceBins of(
            Schema schema, List<Dictionary> dictionaries, Optional<Classes> classes, Profile profile) {
        List<ColumnBins> inputs = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            Column column = schema.columns().get(i);
            if (column.type() == ColumnType.NUMERIC) {
                inputs.add(ColumnBinning.numbers(numbers(profile, column.name())));
            } else if (column.type() == ColumnType.BOOLEAN) {
                inputs.add(ColumnBinning.flags(categories(profile, column.name())));
            } else if (column.type() == ColumnType.CATEGORICAL) {
                inputs.add(ColumnBinning.categories(categories(profile, column.name()), dictionaries.get(i)));
            }
        }
        boolean oneScore = classes.map(Classes::positiveIndex).orElse(0) >= 0;
        return new ReferenceBins(
                schema,
                classes,
                inputs,
                oneScore ? Optional.of(ColumnBinning.numbers(numbers(profile, SCORE))) : Optional.empty(),
                classes.map(
                        known -> ColumnBinning.categories(categories(profile, LABEL), Dictionary.of(known.names()))));
    }

    private static NumericProfile numbers(Profile profile, String column) {
        ColumnProfile found = profile.column(column).orElse(null);
        return found instanceof NumericProfile numbers
                ? numbers
                : new NumericProfile(
                        column,
                        0,
                        0,
                        0,
                        0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        NO_QUANTILES,
                        new NumericBins(List.of(), List.of(0L)));
    }

    private static CategoryProfile categories(Profile profile, String column) {
        ColumnProfile found = profile.column(column).orElse(null);
        return found instanceof CategoryProfile categories
                ? categories
                : new CategoryProfile(column, 0, 0, 0, Map.of());
    }
}
