package io.mlops4j.tribuo;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an algorithm asks of its feature columns.
 *
 * @param algorithm its name in messages
 * @param takesMissing whether a feature may be missing
 */
record FeatureCheck(String algorithm, boolean takesMissing) {

    void require(Schema prepared) {
        List<Column> features = prepared.withRole(Role.FEATURE);
        if (features.isEmpty()) {
            throw new SchemaException(algorithm + " needs at least one feature. Columns: " + prepared.describe() + ".");
        }
        List<String> problems = new ArrayList<>();
        for (Column feature : features) {
            switch (feature.type()) {
                case CATEGORICAL, TEXT, TIMESTAMP -> problems.add(notEncoded(feature));
                case NUMERIC, BOOLEAN -> {
                    if (feature.nullable() && !takesMissing) {
                        problems.add("'" + feature.name() + "' may be missing, and " + algorithm
                                + " cannot use missing values; impute it");
                    }
                }
                case SPARSE -> {}
            }
        }
        if (!problems.isEmpty()) {
            throw new SchemaException("The features do not suit " + algorithm + ":", problems);
        }
    }

    private static String notEncoded(Column feature) {
        String advice = switch (feature.type()) {
            case CATEGORICAL -> "encode it, for example by oneHot()";
            case TEXT -> "turn it into numbers, or drop it";
            default ->
                "give the row what matters of it as numbers, for example the hour and the day of the week, and drop it";
        };
        return "the feature '" + feature.name() + "' is "
                + (feature.type().name().equals("TIMESTAMP") ? "a " : "")
                + feature.type().name().toLowerCase(Locale.ROOT) + "; " + advice;
    }
}
