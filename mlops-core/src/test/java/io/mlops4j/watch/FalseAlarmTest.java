package io.mlops4j.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.ColumnDrift.State;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.data.Csv;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often windows of real rows raise alarms when nothing has changed, and how often when something has. Windows are drawn
 * from the reference itself, so its own noise is missing and the rates lie a little below the level, the more so the larger the
 * window.
 */
class FalseAlarmTest {

    private static final int WINDOWS = 1000;
    private static final double LEVEL = 0.05;
    /** 99.9 % of the counts of a sound test lie within so many standard deviations. */
    private static final double BAND = 3.29;

    private static final Quality NONE = new Quality(0, 0, Double.NaN);
    private static final Dataset ADULT = adult();
    private static final ReferenceBins REFERENCE = WatchedRows.reference(ADULT, Optional.empty());

    private static Dataset adult() {
        List<Column> columns = new ArrayList<>();
        for (String name :
                List.of("age", "fnlwgt", "education_num", "capital_gain", "capital_loss", "hours_per_week")) {
            columns.add(Column.of(name, ColumnType.NUMERIC).nullable(true));
        }
        for (String name : List.of(
                "workclass",
                "education",
                "marital_status",
                "occupation",
                "relationship",
                "race",
                "sex",
                "native_country")) {
            columns.add(Column.of(name, ColumnType.CATEGORICAL).nullable(true));
        }
        try {
            Path file = Path.of(
                    FalseAlarmTest.class.getResource("/csv/adult_train.csv.gz").toURI());
            Schema schema = Schema.of("Person", columns);
            return Csv.file(file).rows(schema).read(schema);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a value of a column may be changed before it is counted. */
    private interface Change {
        double of(String column, double value);
    }

    /** For each watched column the bin of each row. */
    private static int[][] bins(Change change) {
        return REFERENCE.inputs().stream()
                .map(bins -> {
                    Values values = ADULT.values(bins.column());
                    int[] found = new int[ADULT.size()];
                    for (int row = 0; row < found.length; row++) {
                        found[row] = values instanceof CategoricalValues categories
                                ? bins.bin(categories.code(row))
                                : bins.bin(change.of(bins.column(), ((NumericValues) values).get(row)));
                    }
                    return found;
                })
                .toArray(int[][]::new);
    }

    /** Counts of rows that are drawn with replacement. */
    private static Counts draw(Random random, int[][] bins, int rows) {
        long[][] inputs = REFERENCE.inputs().stream()
                .map(column -> new long[column.size()])
                .toArray(long[][]::new);
        for (int i = 0; i < rows; i++) {
            int row = random.nextInt(ADULT.size());
            for (int column = 0; column < bins.length; column++) {
                inputs[column][bins[column][row]]++;
            }
        }
        return new Counts(
                rows, 0, inputs, new long[REFERENCE.score().orElseThrow().size()], new long[0], Counts.emptyLatency());
    }

    private static double most(double level) {
        return level + BAND * Math.sqrt(level * (1 - level) / WINDOWS);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 1000})
    void alarmsWithoutAChangeAreAsRareAsTheLevelSays(int rows) {
        Random random = new Random(rows);
        int[][] bins = bins((column, value) -> value);
        Limit limit = new Signal.Drift(schema -> schema.columns()).above(WindowJudge.USUAL_LIMIT);
        Map<String, Integer> single = new LinkedHashMap<>();
        int corrected = 0;
        int alarms = 0;
        for (int window = 0; window < WINDOWS; window++) {
            WindowFindings findings =
                    new WindowJudge().judge(REFERENCE, draw(random, bins, rows), NONE, List.of(limit));
            for (ColumnDrift column : findings.columns()) {
                single.merge(column.column(), column.pValue() < LEVEL ? 1 : 0, Integer::sum);
            }
            corrected += findings.columns().stream().anyMatch(column -> column.adjustedPValue() < LEVEL) ? 1 : 0;
            alarms += findings.broken().isEmpty() ? 0 : 1;
        }
        System.out.printf(
                Locale.ROOT,
                "false alarms in %d windows of %d rows: %s; any column, corrected %.3f; with the index %.3f%n",
                WINDOWS,
                rows,
                rates(single),
                (double) corrected / WINDOWS,
                (double) alarms / WINDOWS);

        double least = 2 * LEVEL - most(LEVEL);
        single.forEach((column, count) -> assertThat((double) count / WINDOWS)
                .as("%s at the level %s", column, LEVEL)
                .isBetween(least, most(LEVEL)));
        assertThat((double) corrected / WINDOWS).as("the corrected whole").isLessThanOrEqualTo(most(LEVEL));
        assertThat(alarms).isLessThanOrEqualTo(corrected);
    }

    private static Map<String, Double> rates(Map<String, Integer> counts) {
        Map<String, Double> rates = new LinkedHashMap<>();
        counts.forEach((column, count) -> rates.put(column, (double) count / WINDOWS));
        return rates;
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 2000})
    void whatHasChangedIsFoundAndNothingElse(int rows) {
        Random random = new Random(rows);
        int[][] bins = bins((column, value) -> switch (column) {
            case "age" -> value + 8;
            case "hours_per_week" -> value * 0.8;
            default -> value;
        });
        Map<List<String>, Integer> drifted = new LinkedHashMap<>();
        for (int window = 0; window < WINDOWS; window++) {
            WindowFindings findings = new WindowJudge().judge(REFERENCE, draw(random, bins, rows), NONE, List.of());
            drifted.merge(
                    findings.columns().stream()
                            .filter(column -> column.state() == State.DRIFTED)
                            .map(ColumnDrift::column)
                            .toList(),
                    1,
                    Integer::sum);
        }
        System.out.printf(
                Locale.ROOT, "drifted columns in %d changed windows of %d rows: %s%n", WINDOWS, rows, drifted);

        int found = drifted.entrySet().stream()
                .filter(entry -> entry.getKey().containsAll(List.of("age", "hours_per_week")))
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertThat((double) found / WINDOWS).as("power").isGreaterThan(rows < 500 ? 0.9 : 0.99);
        assertThat((double) drifted.getOrDefault(List.of("age", "hours_per_week"), 0) / WINDOWS)
                .as("exactly these")
                .isGreaterThan(0.9);
    }

    @Test
    void aColumnThatIsMostlyZeroIsStillDivided() {
        ColumnBins gain = REFERENCE.inputs().stream()
                .filter(bins -> bins.column().equals("capital_gain"))
                .findFirst()
                .orElseThrow();
        assertThat(gain.size()).isEqualTo(3 + 4);
        assertThat(gain.bin(0.0)).isNotEqualTo(gain.bin(1000.0));
        assertThat(Arrays.stream(gain.references()).sum()).isEqualTo(ADULT.size());
    }
}
