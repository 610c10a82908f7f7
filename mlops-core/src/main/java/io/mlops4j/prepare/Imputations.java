package io.mlops4j.prepare;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.predict.Classes;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The ways of choosing what stands for a missing value. */
final class Imputations {

    private static final Set<ColumnType> NUMERIC = Set.of(ColumnType.NUMERIC);
    private static final Set<ColumnType> CATEGORICAL = Set.of(ColumnType.CATEGORICAL);

    private Imputations() {}

    static Imputation statistic(String name, ToDoubleFunction<PresentNumbers> statistic) {
        return new Imputation(name, NUMERIC, (column, values) -> {
            PresentNumbers numbers = PresentNumbers.of(column, values, "impute(" + name + ")");
            return new ImputedNumber(column.name(), column.type(), statistic.applyAsDouble(numbers));
        });
    }

    static Imputation mostFrequent() {
        String name = "mostFrequent()";
        Set<ColumnType> types = Set.of(ColumnType.NUMERIC, ColumnType.BOOLEAN, ColumnType.CATEGORICAL);
        return new Imputation(name, types, (column, values) -> {
            String step = "impute(" + name + ")";
            if (values instanceof CategoricalValues categories) {
                return mostFrequent(categories)
                        .map(category -> new ImputedCategory(column.name(), category))
                        .orElseThrow(() -> PresentNumbers.nothingIn(column, values, step));
            }
            double number = PresentNumbers.of(column, values, step).mostFrequent();
            return new ImputedNumber(column.name(), column.type(), number);
        });
    }

    private static Optional<String> mostFrequent(CategoricalValues values) {
        long[] counts = values.counts();
        String best = null;
        long most = 0;
        for (int code = 0; code < counts.length; code++) {
            String name = values.dictionary().names().get(code);
            boolean tie = best != null && counts[code] == most && Classes.BY_CODE_POINT.compare(name, best) < 0;
            if (counts[code] > most || tie) {
                most = counts[code];
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    static Imputation constant(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("constant() needs a finite number, not " + value + ".");
        }
        return new Imputation(
                "constant(" + value + ")",
                NUMERIC,
                (column, values) -> new ImputedNumber(column.name(), column.type(), value));
    }

    static Imputation constant(String value) {
        return new Imputation(
                "constant(\"" + Excerpt.of(value) + "\")",
                CATEGORICAL,
                (column, values) -> new ImputedCategory(column.name(), value));
    }
}
