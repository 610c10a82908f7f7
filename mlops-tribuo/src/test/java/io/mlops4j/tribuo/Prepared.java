package io.mlops4j.tribuo;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Truth;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.TrainingSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Real rows, prepared by the simplest means: categories one-hot in a sparse column, numbers as they are or standardised, an empty
 * cell missing.
 */
final class Prepared {

    /** Where the project keeps data sets, from its root. */
    private static final List<String> PLACES =
            List.of("mlops-examples/data/adult", "mlops-examples/data/penguins", "mlops-core/src/test/resources/csv");

    private static final Set<String> ADULT_CATEGORIES = Set.of(
            "workclass", "education", "marital_status", "occupation", "relationship", "race", "sex", "native_country");

    private final List<String[]> cells;
    private final List<String> header;
    private final String target;
    private final Set<String> categories;
    private boolean standardised;
    private boolean regression;
    private List<String[]> known;

    private Prepared(String file, String target, Set<String> categories) {
        this.cells = read(file);
        this.header = List.of(cells.remove(0));
        this.known = cells;
        this.target = target;
        this.categories = categories;
    }

    static Prepared adultTraining() {
        return new Prepared("adult_train.csv.gz", "income", ADULT_CATEGORIES);
    }

    /** The test part, whose categories are those of the training part. */
    static Prepared adultTest() {
        Prepared test = new Prepared("adult_test.csv.gz", "income", ADULT_CATEGORIES);
        test.known = adultTraining().cells;
        return test;
    }

    static Prepared penguins() {
        return new Prepared("penguins.csv", "species", Set.of("island", "sex"));
    }

    static Prepared iris() {
        return new Prepared("iris.csv", "species", Set.of());
    }

    static Prepared california() {
        Prepared california =
                new Prepared("california_housing.csv.gz", "median_house_value", Set.of("ocean_proximity"));
        california.regression = true;
        return california;
    }

    Prepared standardised() {
        standardised = true;
        return this;
    }

    Prepared first(int rows) {
        cells.subList(Math.min(rows, cells.size()), cells.size()).clear();
        return this;
    }

    TrainingSet rows() {
        List<Column> columns = new ArrayList<>();
        List<Values> values = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (name.equals(target)) {
                continue;
            }
            boolean sparse = categories.contains(name);
            columns.add(Column.of(name, sparse ? ColumnType.SPARSE : ColumnType.NUMERIC)
                    .nullable(!sparse));
            values.add(sparse ? oneHot(i) : numbers(i));
        }
        Dataset features = Dataset.of(Schema.of("prepared", columns), values);
        return new TrainingSet(features, FeatureSpace.of(features), truth(), Optional.empty());
    }

    private SparseValues oneHot(int column) {
        TreeSet<String> names = new TreeSet<>();
        known.forEach(row -> names.add(row[column]));
        List<String> sorted = List.copyOf(names.stream().sorted().toList());
        int[] starts = new int[cells.size() + 1];
        int[] indices = new int[cells.size()];
        double[] values = new double[cells.size()];
        int count = 0;
        for (int row = 0; row < cells.size(); row++) {
            int at = sorted.indexOf(cells.get(row)[column]);
            if (at >= 0) {
                indices[count] = at;
                values[count++] = 1;
            }
            starts[row + 1] = count;
        }
        List<String> features =
                sorted.stream().map(name -> header.get(column) + "=" + name).toList();
        return SparseValues.wrap(features, starts, indices, values);
    }

    private NumericValues numbers(int column) {
        double[] numbers =
                cells.stream().mapToDouble(row -> number(row[column])).toArray();
        if (standardised) {
            double[] fit = known.stream()
                    .mapToDouble(row -> number(row[column]))
                    .filter(number -> !Double.isNaN(number))
                    .toArray();
            double mean = java.util.Arrays.stream(fit).average().orElseThrow();
            double squares = java.util.Arrays.stream(fit)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (numbers[i] - mean) / Math.sqrt(squares);
            }
        }
        return NumericValues.wrap(numbers);
    }

    private static double number(String cell) {
        return cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
    }

    private Truth truth() {
        int column = header.indexOf(target);
        if (regression) {
            return NumberTruth.wrap(cells.stream()
                    .mapToDouble(row -> number(row[column]) / 100_000)
                    .toArray());
        }
        Classes classes =
                Classes.of(known.stream().map(row -> row[column]).distinct().toList(), Optional.empty());
        return ClassTruth.wrap(
                classes,
                cells.stream()
                        .mapToInt(row -> classes.find(row[column]).orElseThrow())
                        .toArray());
    }

    private static List<String[]> read(String file) {
        Path path = find(file);
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            List<String[]> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> rows.add(line.split(",", -1)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(String file) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            for (String place : PLACES) {
                Path path = folder.resolve(place).resolve(file);
                if (Files.exists(path)) {
                    return path;
                }
            }
        }
        throw new AssertionError(file + " is in none of " + PLACES);
    }
}
