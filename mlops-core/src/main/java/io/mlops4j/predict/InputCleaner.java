package io.mlops4j.predict;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.TextValues;
import io.mlops4j.api.data.TimestampValues;
import io.mlops4j.api.data.Values;
import io.mlops4j.predict.InputColumn.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks raw rows as the compiled path does, for models that are given data sets. */
final class InputCleaner {

    private final Schema input;
    /** For each column of the input what is checked; empty for times. */
    private final List<Optional<InputColumn>> checked = new ArrayList<>();

    InputCleaner(Schema input, List<Dictionary> categories) {
        this.input = input;
        Map<Kind, Integer> count = new EnumMap<>(Kind.class);
        for (int i = 0; i < input.size(); i++) {
            Column column = input.columns().get(i);
            Dictionary dictionary = categories.get(i);
            checked.add(kind(column)
                    .map(kind -> new InputColumn(column, dictionary, kind, count.merge(kind, 1, Integer::sum) - 1)));
        }
    }

    private static Optional<Kind> kind(Column column) {
        return switch (column.type()) {
            case NUMERIC, BOOLEAN -> Optional.of(Kind.NUMBER);
            case CATEGORICAL -> Optional.of(Kind.CATEGORY);
            case TEXT -> Optional.of(Kind.TEXT);
            case TIMESTAMP, SPARSE -> Optional.empty();
        };
    }

    List<InputColumn> columns() {
        return checked.stream().flatMap(Optional::stream).toList();
    }

    /**
     * The columns of the input, checked.
     *
     * @param rows raw rows
     * @param absent the columns that they need not have
     * @param guard counts and refuses
     * @param firstRow the number of the first row in messages, −1 if there is only one
     */
    Dataset clean(Dataset rows, List<String> absent, InputGuard guard, int firstRow) {
        InputColumns.requireIn(
                rows.schema(),
                columns().stream()
                        .filter(column -> !absent.contains(column.name()))
                        .toList());
        List<Values> values = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            Column column = input.columns().get(i);
            Values raw =
                    rows.schema().contains(column.name()) ? rows.values(column.name()) : missing(column, rows.size());
            Values own = raw;
            values.add(checked.get(i)
                    .map(known -> check(own, known, guard, rows.schema().name(), firstRow))
                    .orElse(raw));
        }
        return Dataset.of(input, values);
    }

    private static Values missing(Column column, int size) {
        return switch (column.type()) {
            case NUMERIC, BOOLEAN -> {
                double[] numbers = new double[size];
                Arrays.fill(numbers, Double.NaN);
                yield NumericValues.wrap(numbers);
            }
            case CATEGORICAL -> {
                int[] codes = new int[size];
                Arrays.fill(codes, Dictionary.MISSING);
                yield CategoricalValues.wrap(codes, Dictionary.empty());
            }
            case TIMESTAMP -> {
                long[] times = new long[size];
                Arrays.fill(times, TimestampValues.MISSING);
                yield TimestampValues.wrap(times);
            }
            case TEXT, SPARSE ->
                TextValues.wrap(Collections.nCopies(size, (String) null).toArray(String[]::new));
        };
    }

    private static Values check(Values values, InputColumn column, InputGuard guard, String name, int firstRow) {
        if (values instanceof NumericValues numbers) {
            double[] clean = numbers.toArray();
            for (int row = 0; row < clean.length; row++) {
                if (!(Math.abs(clean[row]) <= Double.MAX_VALUE)) {
                    guard.unusual(column, clean[row], Double.isNaN(clean[row]), place(name, row, firstRow));
                    clean[row] = Double.NaN;
                }
            }
            return NumericValues.wrap(clean);
        }
        for (int row = 0; row < values.size(); row++) {
            if (values.missing(row)) {
                guard.missing(column, place(name, row, firstRow));
            } else if (values instanceof CategoricalValues
                    && column.dictionary().code(values.text(row)) < 0) {
                guard.unseen(column);
            }
        }
        return values;
    }

    private static Place place(String name, int row, int firstRow) {
        return column -> firstRow < 0 ? Place.of(name, column) : Place.of(name, firstRow + row, column);
    }
}
