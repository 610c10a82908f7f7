package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Small data sets, and what a step makes of them. */
final class Rows {

    static final String X = "x";
    static final Column NUMBER = Column.of(X, ColumnType.NUMERIC);
    static final Column CATEGORY = Column.of(X, ColumnType.CATEGORICAL);
    static final Column FLAG = Column.of(X, ColumnType.BOOLEAN);

    private Rows() {}

    static Dataset numbers(double... values) {
        boolean nullable = Arrays.stream(values).anyMatch(Double::isNaN);
        return of(NUMBER.nullable(nullable), Arrays.stream(values).boxed().toArray());
    }

    /** As a source of the user's own might give them: nobody has looked at the numbers. */
    static Dataset unchecked(double... values) {
        return Dataset.of(Schema.of("Rows", NUMBER), List.of(NumericValues.wrap(values)));
    }

    static Dataset categories(String... values) {
        return of(CATEGORY.nullable(Arrays.stream(values).anyMatch(Objects::isNull)), (Object[]) values);
    }

    static Dataset of(Column column, Object... values) {
        Object[][] rows = new Object[values.length][1];
        for (int row = 0; row < rows.length; row++) {
            rows[row][0] = values[row];
        }
        return table(Schema.of("Rows", column), rows);
    }

    static Dataset table(Schema schema, Object[]... rows) {
        DatasetBuilder builder = Dataset.builder(schema);
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                switch (schema.columns().get(i).type()) {
                    case NUMERIC -> builder.row().number(i, (Number) row[i]);
                    case BOOLEAN -> builder.row().flag(i, (Boolean) row[i]);
                    case CATEGORICAL -> builder.row().category(i, (String) row[i]);
                    case TEXT -> builder.row().text(i, (String) row[i]);
                    default -> throw new IllegalArgumentException(schema.toString());
                }
            }
            builder.add();
        }
        return builder.build();
    }

    static FittedPreprocessor fit(Preprocessor step, Dataset training) {
        return step.fit(training).fitted();
    }

    /** What the step, learned from these rows, makes of the column {@code x} of the same rows. */
    static double[] numbersAfter(Preprocessor step, Dataset training) {
        return step.fit(training).training().numeric(X).toArray();
    }

    /** The same, of other rows. */
    static double[] numbersAfter(FittedPreprocessor fitted, Dataset rows) {
        return fitted.transform(rows).numeric(X).toArray();
    }

    static List<String> texts(Values values) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < values.size(); row++) {
            texts.add(values.text(row));
        }
        return texts;
    }

    static List<String> textsAfter(FittedPreprocessor fitted, Dataset rows) {
        return texts(fitted.transform(rows).values(X));
    }

    static List<String> features(FittedPreprocessor fitted, Dataset rows) {
        return ((SparseValues) fitted.transform(rows).values(X)).features();
    }

    /** The state of the only column that the step learned from. */
    static Map<?, ?> learned(FittedPreprocessor fitted) {
        return (Map<?, ?>) ((List<?>) Objects.requireNonNull(fitted.state().get("columns"))).get(0);
    }

    static FittedPreprocessor restore(String name, Map<String, Object> state, NamedFunction... functions) {
        for (PreprocessorFormat format : PreprocessorFormats.builtIn(List.of(functions))) {
            if (format.name().equals(name)) {
                return format.restore(state);
            }
        }
        throw new AssertionError("no format is called " + name);
    }
}
