package io.mlops4j.tribuo;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Truth;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A few made-up rows: two numbers, a flag and a one-hot block, whose names Tribuo orders otherwise than they stand. */
final class SmallRows {

    static final int SIZE = 60;

    private static final List<String> SHADES = List.of("shade=z", "shade=\uD83C\uDF4F", "shade=\uFF21", "shade=a");

    private SmallRows() {}

    static Dataset features() {
        double[] width = new double[SIZE];
        double[] height = new double[SIZE];
        double[] flag = new double[SIZE];
        int[] starts = new int[SIZE + 1];
        int[] shades = new int[SIZE];
        for (int row = 0; row < SIZE; row++) {
            width[row] = (row * 37 % SIZE) / 30.0 - 1;
            height[row] = (row * 11 % SIZE) / 30.0 - 1;
            flag[row] = row % 2;
            shades[row] = row * 7 % SHADES.size();
            starts[row + 1] = row + 1;
        }
        double[] ones = new double[SIZE];
        Arrays.fill(ones, 1);
        return Dataset.of(
                Schema.of(
                        "prepared",
                        Column.of("width", ColumnType.NUMERIC),
                        Column.of("shade", ColumnType.SPARSE),
                        Column.of("flag", ColumnType.BOOLEAN),
                        Column.of("height", ColumnType.NUMERIC)),
                List.of(
                        NumericValues.wrap(width),
                        SparseValues.wrap(SHADES, starts, shades, ones),
                        NumericValues.wrap(flag),
                        NumericValues.wrap(height)));
    }

    private static double signal(int row) {
        Dataset features = features();
        return features.numeric("width").get(row) + features.numeric("height").get(row) / 2;
    }

    static TrainingSet classes(String... names) {
        Classes classes = Classes.of(List.of(names), Optional.empty());
        int[] codes = IntStream.range(0, SIZE)
                .map(row -> (int) Math.min(names.length - 1, Math.floor((signal(row) + 1.5) / 3 * names.length)))
                .toArray();
        return with(features(), ClassTruth.wrap(classes, codes));
    }

    static TrainingSet numbers() {
        double[] numbers = IntStream.range(0, SIZE)
                .mapToDouble(row -> signal(row) + row % 2)
                .toArray();
        return with(features(), NumberTruth.wrap(numbers));
    }

    static TrainingSet with(Dataset features, Truth truth) {
        return new TrainingSet(features, FeatureSpace.of(features), truth, Optional.empty());
    }

    /** One numeric column. */
    static Dataset column(double... numbers) {
        return Dataset.of(
                Schema.of("prepared", Column.of("x", ColumnType.NUMERIC).nullable(true)),
                List.of(NumericValues.wrap(numbers)));
    }

    static ClassTruth truth(int... codes) {
        return ClassTruth.wrap(Classes.of(List.of("no", "yes"), Optional.empty()), codes);
    }
}
