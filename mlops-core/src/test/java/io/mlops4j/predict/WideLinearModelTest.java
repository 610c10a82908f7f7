package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.data.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linear models with more columns than are added up at once, read from rows whose columns stand elsewhere. */
class WideLinearModelTest {

    private static final List<String> NAMES = List.of("a", "b", "c");

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Column> columns = new ArrayList<>();
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final List<FittedPreprocessor> steps = new ArrayList<>();
    private boolean nullableNumbers;

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "7, 8", "8, 8", "8, 9", "9, 7", "11, 10", "16, 17", "0, 24", "25, 0"})
    void theSumIsTheOneThatOneComputesByHand(int numbers, int categories) {
        Schema schema = schema(numbers, categories);
        FeatureSpace space = space(schema);
        double[] weights = random.doubles(space.size(), -2, 2).toArray();
        List<Column> reversed = new ArrayList<>(columns);
        Collections.reverse(reversed);
        BoundModel<Map<String, ?>> model =
                regression(schema, weights, 0.5).bind(Rows.maps(Schema.of("Reversed", reversed)));

        for (int i = 0; i < 100; i++) {
            Map<String, Object> row = new HashMap<>();
            double sum = 0.5;
            for (Column column : columns) {
                if (column.type() == ColumnType.NUMERIC) {
                    double number = random.nextDouble(-100, 100);
                    row.put(column.name(), number);
                    sum += number * weights[offset(space, column)];
                } else {
                    int name = random.nextInt(NAMES.size());
                    row.put(column.name(), NAMES.get(name));
                    sum += weights[offset(space, column) + name];
                }
            }
            assertThat(model.score(row)).as("row %s", i).isCloseTo(sum, within(1e-11));
        }
        assertThat(model.counts()).allMatch(counts -> counts.missing() + counts.unseen() + counts.notFinite() == 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 8", "8, 9", "0, 17"})
    void aMissingCategoryIsCountedOnceAndSoIsAnUnseenOne(int numbers, int categories) {
        Schema schema = schema(numbers, categories);
        FeatureSpace space = space(schema);
        double[] weights = new double[space.size()];
        Arrays.fill(weights, 1);
        BoundModel<Map<String, ?>> model = regression(schema, weights, 0).bind(Rows.maps(schema));
        for (Column column : columns) {
            if (column.type() != ColumnType.CATEGORICAL) {
                continue;
            }
            Map<String, Object> row = new HashMap<>();
            columns.forEach(other -> row.put(other.name(), other.type() == ColumnType.NUMERIC ? (Object) 0.0 : "a"));
            row.remove(column.name());
            assertThat(model.score(row)).as("without %s", column).isEqualTo(categories - 1);
            row.put(column.name(), "nobody knows it");
            assertThat(model.score(row)).as("with an unseen %s", column).isEqualTo(categories - 1);
        }
        assertThat(model.counts())
                .filteredOn(counts -> counts.column().startsWith("c"))
                .hasSize(categories)
                .allMatch(counts -> counts.equals(new InputCounts(counts.column(), 1, 0, 1)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "8, 0", "9, 1", "17, 9"})
    @Tag("T14")
    void aNumberThatIsNotFiniteIsCountedWhereverItStands(int numbers, int categories) {
        nullableNumbers = true;
        Schema schema = schema(numbers, categories);
        FeatureSpace space = space(schema);
        double[] weights = new double[space.size()];
        Arrays.fill(weights, 1);
        columns.stream()
                .filter(column -> column.type() == ColumnType.NUMERIC)
                .forEach(column -> weights[offset(space, column)] = 0);
        BoundModel<Map<String, ?>> model = regression(schema, weights, 0).bind(Rows.maps(schema));
        Map<String, Object> row = new HashMap<>();
        columns.forEach(other -> row.put(other.name(), other.type() == ColumnType.NUMERIC ? (Object) 0.0 : "a"));
        for (int i = 0; i < numbers; i++) {
            for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                row.put("x" + i, number);
                assertThat(model.score(row)).as("x%s is %s", i, number).isEqualTo(categories);
            }
            row.put("x" + i, 0.0);
        }
        assertThat(model.counts())
                .filteredOn(counts -> counts.column().startsWith("x"))
                .hasSize(numbers)
                .allMatch(counts -> counts.equals(new InputCounts(counts.column(), 1, 2, 0)));
        if (numbers > 1) {
            row.put("x0", Double.POSITIVE_INFINITY);
            row.put("x1", Double.NEGATIVE_INFINITY);
            assertThat(model.score(row)).isEqualTo(categories);
            assertThat(model.counts()).contains(new InputCounts("x0", 1, 3, 0), new InputCounts("x1", 1, 3, 0));
        }
    }

    /** What a step of the user's may do: refuse what it cannot map. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    @Tag("T14")
    void aMapThatRefusesNumbersThatAreNotFiniteIsNotAskedBeforeTheyAreCounted(double number) {
        nullableNumbers = true;
        Schema schema = schema(1, 0);
        steps.add(TestStep.of(TestStep.number("x0", value -> {
            if (Double.isInfinite(value)) {
                throw new InvalidDataException("The map was asked for " + value + ".");
            }
            return Double.isNaN(value) ? 2 : value * value;
        })));
        BoundModel<Map<String, ?>> model =
                regression(schema, new double[] {3}, 1).bind(Rows.maps(schema));

        assertThat(model.score(Map.of("x0", 5.0))).isEqualTo(76);
        assertThat(model.score(Map.of("x0", number))).isEqualTo(7);
        assertThat(model.counts())
                .containsExactly(
                        Double.isNaN(number) ? new InputCounts("x0", 1, 0, 0) : new InputCounts("x0", 0, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({"3, 8", "8, 9"})
    void aRowWithoutSomeColumnsIsScoredWithThemMissing(int numbers, int categories) {
        nullableNumbers = true;
        Schema schema = schema(numbers, categories);
        FeatureSpace space = space(schema);
        double[][] weights = new double[3][space.size()];
        Arrays.stream(weights).forEach(row -> Arrays.fill(row, 1));
        List<String> absent = List.of("c0", "c" + (categories - 1), "x1");
        List<Column> written = columns.stream()
                .filter(column -> !absent.contains(column.name()))
                .toList();
        BoundModel<Map<String, ?>> model = CompiledModel.compile(
                        schema,
                        dictionaries,
                        steps,
                        space,
                        new LinearModel(weights, new double[] {0, Math.log(2), 0}, Link.SOFTMAX),
                        Optional.of(new Classes(NAMES, Optional.empty())))
                .bind(Rows.maps(Schema.of("Narrow", written)));
        Map<String, Object> row = new HashMap<>();
        written.forEach(column -> row.put(column.name(), column.type() == ColumnType.NUMERIC ? (Object) 1.0 : "b"));
        double[] scores = new double[3];

        model.score(row, scores);

        assertThat(scores[1]).isCloseTo(0.5, within(1e-15));
        assertThat(model.counts()).allMatch(counts -> counts.missing() == (absent.contains(counts.column()) ? 1 : 0));
    }

    private CompiledModel regression(Schema schema, double[] weights, double intercept) {
        return CompiledModel.compile(
                schema,
                dictionaries,
                steps,
                space(schema),
                new LinearModel(new double[][] {weights}, new double[] {intercept}, Link.IDENTITY),
                Optional.empty());
    }

    private Schema schema(int numbers, int categories) {
        IntStream.range(0, numbers).forEach(i -> add("x" + i, ColumnType.NUMERIC));
        IntStream.range(0, categories).forEach(i -> add("c" + i, ColumnType.CATEGORICAL));
        Collections.shuffle(columns, new Random(2));
        for (Column column : columns) {
            boolean category = column.type() == ColumnType.CATEGORICAL;
            dictionaries.add(category ? Dictionary.of(NAMES) : Dictionary.empty());
            if (category) {
                steps.add(TestStep.of(TestStep.oneHot(column.name(), NAMES)));
            }
        }
        return Schema.of("Wide", columns);
    }

    /** Where the features of a column begin. */
    private static int offset(FeatureSpace space, Column column) {
        return space.blocks().stream()
                .filter(block -> block.column().equals(column.name()))
                .findFirst()
                .orElseThrow()
                .offset();
    }

    private void add(String name, ColumnType type) {
        columns.add(Column.of(name, type).nullable(nullableNumbers || type == ColumnType.CATEGORICAL));
    }

    private FeatureSpace space(Schema schema) {
        DatasetBuilder builder = Dataset.builder(schema);
        for (int i = 0; i < schema.size(); i++) {
            if (columns.get(i).type() == ColumnType.NUMERIC) {
                builder.row().number(i, 1.0);
            } else {
                builder.row().category(i, "a");
            }
        }
        builder.add();
        Dataset prepared = builder.build();
        for (FittedPreprocessor step : steps) {
            prepared = step.transform(prepared);
        }
        return FeatureSpace.of(prepared);
    }
}
