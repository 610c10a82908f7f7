package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Mixed columns, rows with everything that can be unusual in them, and a preparation of several steps. */
final class RandomCase {

    final RandomGenerator random;
    /** Whether there are columns of which no value is known beforehand. */
    private final boolean interpreted;
    /** What a number can be. */
    private final double[] numbers;

    final Schema schema;
    final List<Dictionary> dictionaries = new ArrayList<>();
    final List<FittedPreprocessor> steps = new ArrayList<>();
    final Dataset rows;
    final FeatureSpace space;

    RandomCase(long seed, int columns, boolean interpreted) {
        this(seed, columns, interpreted, RandomTrees.NUMBERS);
    }

    RandomCase(long seed, int columns, boolean interpreted, double[] numbers) {
        random = new SplittableRandom(seed);
        this.interpreted = interpreted;
        this.numbers = numbers;
        List<Column> declared = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            ColumnType type = switch (random.nextInt(interpreted ? 7 : 6)) {
                case 0, 1 -> ColumnType.NUMERIC;
                case 2 -> ColumnType.BOOLEAN;
                case 6 -> ColumnType.TEXT;
                default -> ColumnType.CATEGORICAL;
            };
            declared.add(Column.of("c" + i, type).nullable(random.nextBoolean()));
            int names = type == ColumnType.CATEGORICAL ? 1 + random.nextInt(12) : 0;
            dictionaries.add(Dictionary.of(
                    IntStream.range(0, names).mapToObj(name -> "n" + name).toList()));
        }
        schema = Schema.of("Random", declared);
        for (Column column : declared) {
            prepare(column);
        }
        rows = rows(40);
        Dataset prepared = rows;
        for (FittedPreprocessor step : steps) {
            prepared = step.transform(prepared);
        }
        space = FeatureSpace.of(prepared);
    }

    private void prepare(Column column) {
        String name = column.name();
        if (column.type() == ColumnType.NUMERIC || column.type() == ColumnType.BOOLEAN) {
            prepareNumber(name);
            return;
        }
        List<String> names = List.of("n0", "n1", "n2", "n3", "?");
        boolean category = column.type() == ColumnType.CATEGORICAL;
        if (category && random.nextBoolean()) {
            steps.add(TestStep.of(TestStep.category(name, value -> value == null ? "?" : value)));
        }
        if (category && random.nextBoolean()) {
            steps.add(TestStep.of(TestStep.category(name, value -> "n4".equals(value) ? "n1" : value)));
        }
        Column length = Column.of(name + "_length", ColumnType.NUMERIC).nullable(true);
        List<ColumnTransform> last = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            last.add(new ColumnTransform(name, length, (io.mlops4j.api.prepare.ColumnMap.Encoding)
                    value -> value == null ? Double.NaN : value.hashCode() % 5));
        }
        if (random.nextInt(3) == 0) {
            last.add(TestStep.encode(name, value -> value == null ? Double.NaN : names.indexOf(value)));
        } else {
            last.add(TestStep.oneHot(name, names));
        }
        steps.add(new TestStep(last));
    }

    private void prepareNumber(String name) {
        if (random.nextBoolean()) {
            steps.add(TestStep.of(TestStep.number(name, value -> Double.isNaN(value) ? 0.5 : value)));
        }
        if (random.nextBoolean()) {
            // the new column reads the number before it is scaled
            Column flag = Column.of(name + "_large", ColumnType.NUMERIC).nullable(true);
            steps.add(TestStep.of(
                    TestStep.number(name, new LineTest.Scaled(1, 0.5)),
                    new ColumnTransform(
                            name, flag, (io.mlops4j.api.prepare.ColumnMap.Numeric) value -> value > 1 ? 1 : 0)));
        }
    }

    private Dataset rows(int size) {
        DatasetBuilder builder = Dataset.builder(schema);
        for (int row = 0; row < size; row++) {
            for (int i = 0; i < schema.size(); i++) {
                write(builder.row(), i);
            }
            builder.add();
        }
        return builder.build();
    }

    private void write(RowBuffer row, int i) {
        Column column = schema.columns().get(i);
        if (column.nullable() && random.nextInt(4) == 0) {
            row.missing(i);
            return;
        }
        switch (column.type()) {
            case NUMERIC -> row.number(i, numbers[random.nextInt(numbers.length)]);
            case BOOLEAN -> row.flag(i, random.nextBoolean());
            case TEXT -> row.text(i, "n" + random.nextInt(6));
            default -> row.category(i, "n" + random.nextInt(14)); // up to 11 are known
        }
    }
}
