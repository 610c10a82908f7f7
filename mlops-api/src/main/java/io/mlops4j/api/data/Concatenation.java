package io.mlops4j.api.data;

import java.util.ArrayList;
import java.util.List;

/** Puts data sets of the same columns one after the other. */
final class Concatenation {

    private Concatenation() {}

    static Dataset of(Schema schema, List<Dataset> parts) {
        List<Values> columns = new ArrayList<>();
        for (int column = 0; column < schema.size(); column++) {
            ColumnType type = schema.columns().get(column).type();
            int position = column;
            List<Values> pieces =
                    parts.stream().map(part -> part.values(position)).toList();
            int size = pieces.stream().mapToInt(Values::size).reduce(0, Math::addExact);
            columns.add(
                    switch (type) {
                        case NUMERIC, BOOLEAN -> numbers(pieces, size);
                        case CATEGORICAL -> categories(pieces, size);
                        case TEXT -> texts(pieces, size);
                        case TIMESTAMP -> times(pieces, size);
                        case SPARSE ->
                            throw new IllegalArgumentException(
                                    "Column '" + schema.columns().get(position).name()
                                            + "' was made by preprocessing: put the rows together before it.");
                    });
        }
        return Dataset.of(schema, columns);
    }

    private static Values numbers(List<Values> pieces, int size) {
        double[] all = new double[size];
        int at = 0;
        for (Values piece : pieces) {
            NumericValues numbers = (NumericValues) piece;
            for (int row = 0; row < numbers.size(); row++) {
                all[at++] = numbers.get(row);
            }
        }
        return NumericValues.wrap(all);
    }

    private static Values categories(List<Values> pieces, int size) {
        int[] all = new int[size];
        List<String> names = new ArrayList<>();
        java.util.Map<String, Integer> known = new java.util.HashMap<>();
        int at = 0;
        for (Values piece : pieces) {
            CategoricalValues categories = (CategoricalValues) piece;
            int[] translation = new int[categories.dictionary().size()];
            for (int code = 0; code < translation.length; code++) {
                String name = categories.dictionary().names().get(code);
                Integer merged = known.putIfAbsent(name, names.size());
                if (merged == null) {
                    merged = names.size();
                    names.add(name);
                }
                translation[code] = merged;
            }
            for (int row = 0; row < categories.size(); row++) {
                int code = categories.code(row);
                all[at++] = code < 0 ? code : translation[code];
            }
        }
        return CategoricalValues.wrap(all, Dictionary.of(names));
    }

    private static Values texts(List<Values> pieces, int size) {
        List<@org.jspecify.annotations.Nullable String> all = new ArrayList<>(size);
        for (Values piece : pieces) {
            for (int row = 0; row < piece.size(); row++) {
                all.add(piece.text(row));
            }
        }
        return TextValues.wrap(all.toArray(String[]::new));
    }

    private static Values times(List<Values> pieces, int size) {
        long[] all = new long[size];
        int at = 0;
        for (Values piece : pieces) {
            TimestampValues times = (TimestampValues) piece;
            for (int row = 0; row < times.size(); row++) {
                all[at++] = times.nanos(row);
            }
        }
        return TimestampValues.wrap(all);
    }
}
