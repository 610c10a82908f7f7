package io.mlops4j.watch;

import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.check.Profiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** References and windows made from rows, as a deployment counts them. */
public final class WatchedRows {

    private WatchedRows() {}

    /** The bins that the rows of a data set give, for a model with these classes and scores. */
    public static ReferenceBins reference(Dataset rows, Optional<Classes> classes, double... scores) {
        List<ColumnProfile> profiles = new ArrayList<>(Profiler.profile(rows).columns());
        Schema score = Schema.of("answers", Column.of(ReferenceBins.SCORE, ColumnType.NUMERIC));
        profiles.addAll(Profiler.profile(Dataset.of(score, List.of(NumericValues.wrap(scores))))
                .columns());
        classes.ifPresent(known -> {
            Schema label = Schema.of("answers", Column.of(ReferenceBins.LABEL, ColumnType.CATEGORICAL));
            int[] codes = Arrays.stream(scores).mapToInt(WatchedRows::winner).toArray();
            Values values = CategoricalValues.wrap(codes, Dictionary.of(known.names()));
            profiles.addAll(Profiler.profile(Dataset.of(label, List.of(values))).columns());
        });
        List<Dictionary> dictionaries = rows.schema().columns().stream()
                .map(column -> rows.values(column.name()) instanceof CategoricalValues categories
                        ? categories.dictionary()
                        : Dictionary.empty())
                .toList();
        return ReferenceBins.of(rows.schema(), dictionaries, classes, new Profile(rows.size(), profiles));
    }

    /** What is counted when these rows are answered with these scores. */
    public static Counts counts(ReferenceBins reference, Dataset rows, double... scores) {
        long[][] inputs = new long[reference.inputs().size()][];
        for (int i = 0; i < inputs.length; i++) {
            ColumnBins bins = reference.inputs().get(i);
            inputs[i] = new long[bins.size()];
            Values values = rows.values(bins.column());
            for (int row = 0; row < rows.size(); row++) {
                inputs[i][
                        values instanceof CategoricalValues categories
                                ? bins.bin(categories.code(row))
                                : bins.bin(((NumericValues) values).get(row))]++;
            }
        }
        long[] score = new long[reference.score().map(ColumnBins::size).orElse(0)];
        long[] label = new long[reference.label().map(ColumnBins::size).orElse(0)];
        var latency = Counts.emptyLatency();
        for (double value : scores) {
            reference.score().ifPresent(bins -> score[bins.bin(value)]++);
            reference.label().ifPresent(bins -> label[bins.bin(winner(value))]++);
            latency.recordValue(1000);
        }
        return new Counts(rows.size(), rows.size() - scores.length, inputs, score, label, latency);
    }

    private static int winner(double score) {
        return score > 0.5 ? 1 : 0;
    }

    public static Dataset numbers(String column, double... values) {
        return of(Column.of(column, ColumnType.NUMERIC).nullable(true), NumericValues.wrap(values));
    }

    public static Dataset categories(String column, Dictionary dictionary, String... values) {
        return of(
                Column.of(column, ColumnType.CATEGORICAL).nullable(true),
                CategoricalValues.wrap(
                        Arrays.stream(values).mapToInt(dictionary::code).toArray(), dictionary));
    }

    static Dataset categories(String column, String... values) {
        return categories(
                column,
                Dictionary.of(Arrays.stream(values)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList()),
                values);
    }

    static Dataset of(Column column, Values values) {
        return Dataset.of(Schema.of("Row", column), List.of(values));
    }
}
