package io.mlops4j.pipeline;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import java.util.List;
import java.util.stream.IntStream;

/** The categories that the training rows have, by code point. */
final class Categories {

    private Categories() {}

    static List<Dictionary> of(Dataset training, Schema input) {
        return input.columns().stream().map(column -> of(training, column)).toList();
    }

    private static Dictionary of(Dataset training, Column column) {
        if (column.type() != ColumnType.CATEGORICAL) {
            return Dictionary.empty();
        }
        CategoricalValues values = training.categorical(column.name());
        long[] counts = values.counts();
        return Dictionary.of(IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .mapToObj(code -> values.dictionary().names().get(code))
                .sorted(Classes.BY_CODE_POINT)
                .toList());
    }
}
