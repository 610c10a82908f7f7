package io.mlops4j.examples.docs;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.data.Splits;
import io.mlops4j.examples.ExampleHome;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What docs/data.md shows. */
class DataSnippetsTest {

    private final Path csv = ExampleHome.data("penguins/penguins.csv");

    // snippet: record
    record Penguin(
            String species,
            String island,
            @Nullable Double billLengthMm,
            @Nullable Double billDepthMm,
            @Nullable String sex,
            int year) {}
    // end: record

    @Test
    void readsRecords() {
        // snippet: source
        DataSource<Penguin> penguins = Csv.file(csv).rows(Rows.of(Penguin.class).snakeCase());

        Dataset rows = penguins.read(penguins.rows().schema());
        System.out.println(rows); // the first rows as a table
        // end: source
        assertThat(rows.size()).isEqualTo(344);
    }

    @Test
    void readsMaps() {
        // snippet: maps
        Schema schema = Schema.of(
                "penguins",
                Column.of("island", ColumnType.CATEGORICAL),
                Column.of("body_mass_g", ColumnType.NUMERIC).nullable(true));

        DataSource<Map<String, ?>> penguins = Csv.file(csv).rows(schema);
        // end: maps
        assertThat(penguins.read(schema).numeric("body_mass_g").missing(3)).isTrue();
    }

    // snippet: reader
    /** Reads coordinates that are no records. */
    static final class PointReader implements RowReader<double[]> {

        private static final Schema SCHEMA =
                Schema.of("point", Column.of("x", ColumnType.NUMERIC), Column.of("y", ColumnType.NUMERIC));

        @Override
        public Schema schema() {
            return SCHEMA;
        }

        @Override
        public void read(double[] point, RowBuffer buffer) {
            buffer.number(0, point[0]);
            buffer.number(1, point[1]);
        }
    }
    // end: reader

    @Test
    void readsWhatIsNoRecord() {
        Dataset points = Dataset.of(new PointReader(), java.util.List.of(new double[] {1, 2}));
        assertThat(points.numeric("y").get(0)).isEqualTo(2);
    }

    @Test
    void toleratesAndSplits() {
        DataSource<Penguin> penguins =
                // snippet: tolerate
                Csv.file(csv)
                        .missing("", "NA", "?")
                        .tolerate(percent(1)) // default: not one broken row
                        .rows(Rows.of(Penguin.class).snakeCase());
        // end: tolerate
        Dataset rows = penguins.read(penguins.rows().schema());
        // snippet: split
        Partition parts = Splits.random(percent(80)).seed(42).split(rows);
        // end: split
        assertThat(parts.training().size() + parts.test().size()).isEqualTo(rows.size());
    }
}
