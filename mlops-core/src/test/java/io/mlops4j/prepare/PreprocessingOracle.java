package io.mlops4j.prepare;

import static io.mlops4j.prepare.Preprocessors.constant;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.mean;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.minMax;
import static io.mlops4j.prepare.Preprocessors.missingIndicator;
import static io.mlops4j.prepare.Preprocessors.mostFrequent;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.ordinal;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnSelector;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Columns;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of an oracle file, and how each of its entries is checked. */
record PreprocessingOracle(Dataset rows, List<String> numbers) {

    private static final Pattern ONE_HOT = Pattern.compile("OneHotEncoder (\\w+) \\(missing -> \"(\\w+)\"\\)");
    private static final Pattern MIN_FREQUENCY = Pattern.compile("OneHotEncoder min_frequency=(\\d+) .*");
    private static final Pattern ORDINAL = Pattern.compile("OrdinalEncoder (\\w+)");
    private static final Pattern DECLARED_ORDER = Pattern.compile("OrdinalEncoder (\\w+) (\\w+(?:<\\w+)+)");
    private static final Pattern MOST_FREQUENT_CATEGORY = Pattern.compile("SimpleImputer most_frequent on (\\w+)");
    /** What scikit-learn was given in the place of a missing category. */
    private static final String MISSING = "missing";

    static PreprocessingOracle of(Path folder, JsonNode oracle) throws IOException {
        List<String> numbers = new ArrayList<>();
        oracle.get("numeric_columns").forEach(name -> numbers.add(name.asText()));
        List<NamedCsvRecord> records;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(folder.resolve(oracle.get("file").asText()))) {
            records = reader.stream().toList();
        }
        List<Column> columns = records.get(0).getHeader().stream()
                .map(name -> Column.of(name, numbers.contains(name) ? ColumnType.NUMERIC : ColumnType.CATEGORICAL)
                        .nullable(true))
                .toList();
        Object[][] rows = records.stream()
                .map(record -> columns.stream()
                        .map(column -> cell(record.getField(column.name()), column))
                        .toArray())
                .toArray(Object[][]::new);
        return new PreprocessingOracle(Rows.table(Schema.of("oracle", columns), rows), numbers);
    }

    private static Object cell(String text, Column column) {
        return text.isEmpty() ? null : column.type() == ColumnType.NUMERIC ? (Object) Double.valueOf(text) : text;
    }

    void check(String name, JsonNode entry) {
        Matcher matcher;
        if (name.startsWith("StandardScaler")) {
            params(numbersLike(standardize(numeric()), entry), entry, Map.of("mean", "mean_", "scale", "scale_"));
        } else if (name.equals("MinMaxScaler")) {
            params(numbersLike(minMax(numeric()), entry), entry, Map.of("least", "data_min_", "greatest", "data_max_"));
        } else if (name.equals("SimpleImputer mean")) {
            imputed(mean(), entry);
        } else if (name.equals("SimpleImputer median")) {
            imputed(median(), entry);
        } else if (name.equals("SimpleImputer most_frequent")) {
            imputed(mostFrequent(), entry);
        } else if ((matcher = MOST_FREQUENT_CATEGORY.matcher(name)).matches()) {
            assertThat(learned(Rows.fit(impute(matcher.group(1), mostFrequent()), rows), "value"))
                    .isEqualTo(values(entry.get("statistic")));
        } else if (name.equals("MissingIndicator")) {
            Dataset after = missingIndicator(numeric()).fit(rows).training();
            matrix(after, numbers.stream().map(number -> number + "_missing").toList(), entry);
        } else if ((matcher = ONE_HOT.matcher(name)).matches()) {
            oneHotLike(matcher.group(1), matcher.group(2), entry);
        } else if ((matcher = MIN_FREQUENCY.matcher(name)).matches()) {
            sparse(
                    oneHot(Columns.named("cat")).minFrequency(Integer.parseInt(matcher.group(1))),
                    "cat",
                    MISSING,
                    entry);
        } else if ((matcher = ORDINAL.matcher(name)).matches()) {
            ordinalLike(matcher.group(1), entry);
        } else if ((matcher = DECLARED_ORDER.matcher(name)).matches()) {
            String column = matcher.group(1);
            String[] order = matcher.group(2).split("<");
            String[] others = Arrays.copyOfRange(order, 1, order.length);
            column(ordinal(column, order[0], others).fit(rows).training(), column, entry);
        } else {
            abort("Not built yet: " + name);
        }
    }

    private ColumnSelector numeric() {
        return Columns.named(numbers.toArray(String[]::new));
    }

    private FittedPreprocessor numbersLike(Preprocessor step, JsonNode entry) {
        FittedPreprocessor fitted = Rows.fit(step, rows);
        matrix(fitted.transform(rows), numbers, entry.get("transformed"));
        return fitted;
    }

    private void imputed(Imputation imputation, JsonNode entry) {
        params(numbersLike(impute(numeric(), imputation), entry), entry, Map.of("value", "statistics"));
    }

    private static void params(FittedPreprocessor fitted, JsonNode entry, Map<String, String> names) {
        JsonNode expected = entry.has("params") ? entry.get("params") : entry;
        names.forEach((ours, theirs) -> {
            List<Object> learned = learned(fitted, ours);
            for (int i = 0; i < learned.size(); i++) {
                assertThat((Double) learned.get(i))
                        .isCloseTo(expected.get(theirs).get(i).asDouble(), within(1e-9));
            }
        });
    }

    private void oneHotLike(String column, String filled, JsonNode entry) {
        FittedPreprocessor fitted = sparse(oneHot(Columns.named(column)), column, filled, entry);
        assertThat(learned(fitted, "categories")).containsExactly(values(entry.get("categories")));
        entry.fieldNames().forEachRemaining(key -> {
            if (key.startsWith("unknown \"")) {
                String unknown = key.split("\"")[1];
                Dataset one = Rows.of(Column.of(column, ColumnType.CATEGORICAL), unknown);
                numbers(dense((SparseValues) fitted.transform(one).values(column), 0), entry.get(key));
            }
        });
    }

    private FittedPreprocessor sparse(Preprocessor step, String column, String filled, JsonNode entry) {
        Dataset complete = impute(column, constant(filled)).fit(rows).training();
        FittedPreprocessor fitted = Rows.fit(step, complete);
        SparseValues after = (SparseValues) fitted.transform(complete).values(column);
        assertThat(after.size()).isEqualTo(entry.get("transformed").size());
        for (int row = 0; row < after.size(); row++) {
            numbers(dense(after, row), entry.get("transformed").get(row));
        }
        return fitted;
    }

    private void ordinalLike(String column, JsonNode entry) {
        Dataset complete = impute(column, constant(MISSING)).fit(rows).training();
        FittedPreprocessor fitted = Rows.fit(ordinal(Columns.named(column)), complete);
        column(fitted.transform(complete), column, entry.get("transformed"));
        assertThat(learned(fitted, "categories")).containsExactly(values(entry.get("categories")));
    }

    private static double[] dense(SparseValues values, int row) {
        double[] dense = new double[values.features().size()];
        values.forEach(row, (feature, value) -> dense[feature] = value);
        return dense;
    }

    private static void matrix(Dataset after, List<String> columns, JsonNode expected) {
        assertThat(after.size()).isEqualTo(expected.size());
        for (int row = 0; row < after.size(); row++) {
            int at = row;
            numbers(
                    columns.stream()
                            .mapToDouble(column -> after.numeric(column).get(at))
                            .toArray(),
                    expected.get(row));
        }
    }

    private static void column(Dataset after, String column, JsonNode expected) {
        numbers(after.numeric(column).toArray(), expected);
    }

    private static void numbers(double[] found, JsonNode expected) {
        double[] numbers = new double[expected.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = expected.get(i).isTextual()
                    ? Double.parseDouble(expected.get(i).asText())
                    : expected.get(i).asDouble();
        }
        assertThat(found).containsExactly(numbers, within(1e-9));
    }

    /** The values of one key, of each column that was learned from. */
    private static List<Object> learned(FittedPreprocessor fitted, String key) {
        List<Object> values = new ArrayList<>();
        for (Object column : (List<?>) fitted.state().get("columns")) {
            values.add(((Map<?, ?>) column).get(key));
        }
        return values;
    }

    private static List<Object> values(JsonNode list) {
        List<Object> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        return values;
    }
}
