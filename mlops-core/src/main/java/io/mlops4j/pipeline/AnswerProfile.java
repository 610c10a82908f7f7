package io.mlops4j.pipeline;

import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.check.Profiler;
import io.mlops4j.watch.ReferenceBins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the answers look like: the predicted label of a classification, and the score where there is one number. The names
 * are in brackets, so that no input column is hidden by them.
 */
final class AnswerProfile {

    private AnswerProfile() {}

    static List<ColumnProfile> of(double[] scores, Optional<Classes> classes) {
        List<Column> columns = new ArrayList<>();
        List<Values> values = new ArrayList<>();
        int outputs = classes.map(Classes::size).orElse(1);
        classes.ifPresent(known -> {
            columns.add(Column.of(ReferenceBins.LABEL, ColumnType.CATEGORICAL));
            values.add(labels(scores, known));
        });
        int single = classes.map(Classes::positiveIndex).orElse(0);
        if (single >= 0) {
            columns.add(Column.of(ReferenceBins.SCORE, ColumnType.NUMERIC));
            values.add(every(scores, outputs, single));
        }
        return Profiler.profile(Dataset.of(Schema.of("answers", columns), values))
                .columns();
    }

    private static Values labels(double[] scores, Classes classes) {
        int[] codes = new int[scores.length / classes.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Classification.winner(scores, row * classes.size(), classes.size());
        }
        return CategoricalValues.wrap(codes, Dictionary.of(classes.names()));
    }

    private static Values every(double[] scores, int outputs, int output) {
        double[] chosen = new double[scores.length / outputs];
        for (int row = 0; row < chosen.length; row++) {
            chosen[row] = scores[row * outputs + output];
        }
        return NumericValues.wrap(chosen);
    }
}
