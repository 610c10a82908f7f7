package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.SchemaException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final Schema SCHEMA = Schema.of(
            "Cities",
            Column.of("name", ColumnType.TEXT),
            Column.of("country", ColumnType.CATEGORICAL).nullable(true),
            Column.of("people", ColumnType.NUMERIC).nullable(true));

    private static final Dataset CITIES = cities("Oslo|NO|709037", "Bergen|NO|291940", "Aarhus|DK|", "Nowhere||1.5");

    private static Dataset cities(String... lines) {
        DatasetBuilder builder = Dataset.builder(SCHEMA);
        for (String line : lines) {
            String[] fields = line.split("\\|", -1);
            builder.row().text(0, fields[0]);
            builder.row().category(1, fields[1].isEmpty() ? null : fields[1]);
            builder.row().number(2, fields[2].isEmpty() ? Double.NaN : Double.parseDouble(fields[2]));
            builder.add();
        }
        return builder.build();
    }

    private static Batches batches(Dataset... parts) {
        Iterator<Dataset> remaining = List.of(parts).iterator();
        return new Batches() {
            @Override
            public @Nullable Dataset next() {
                return remaining.hasNext() ? remaining.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void showsColumnsAndFirstRowsAsATable() {
        assertThat(CITIES).hasToString("""
                Cities: 4 rows × 3 columns
                name     country  people
                Oslo     NO       709037
                Bergen   NO       291940
                Aarhus   DK       ·
                Nowhere  ·        1.5
                """);
    }

    @Test
    void showsNoMoreThanTenRowsAndNoControlCharacters() {
        String[] lines = new String[12];
        java.util.Arrays.fill(lines, "a\u001b[31m" + "b".repeat(50) + "|NO|1");
        String shown = cities(lines).toString();
        assertThat(shown).contains("… 2 more").doesNotContain("\u001b").doesNotContain("b".repeat(30));
    }

    @Test
    void viewsRowsInAnyOrderAndAsOftenAsWanted() {
        Dataset view = CITIES.rows(new int[] {3, 0, 0});
        assertThat(view.size()).isEqualTo(3);
        assertThat(view.values("name").text(0)).isEqualTo("Nowhere");
        assertThat(view.values("name").text(2)).isEqualTo("Oslo");
        assertThat(view.categorical("country").missing(0)).isTrue();
        assertThat(view.categorical("country").counts()).containsExactly(2, 0);
    }

    @Test
    void viewsRowsOfAView() {
        Dataset view = CITIES.rows(new int[] {3, 2, 1}).rows(new int[] {2, 0});
        assertThat(view.values("name").text(0)).isEqualTo("Bergen");
        assertThat(view.values("name").text(1)).isEqualTo("Nowhere");
        assertThat(view.numeric("people").toArray()).containsExactly(291940, 1.5);
    }

    @Test
    void doesNotFollowChangesOfTheRowsItWasMadeOf() {
        int[] rows = {0, 1};
        Dataset view = CITIES.rows(rows);
        rows[0] = 3;
        assertThat(view.values("name").text(0)).isEqualTo("Oslo");
        assertThat(view.numeric("people").get(0)).isEqualTo(709037);
    }

    @Test
    void refusesRowsThatAreNotThere() {
        assertThatThrownBy(() -> CITIES.rows(new int[] {4})).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> CITIES.rows(new int[] {-1})).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> CITIES.numeric("people").get(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void viewsColumnsByNameInTheOrderOfTheSchema() {
        Dataset view = CITIES.columns(Schema.of("Two", SCHEMA.column("people"), SCHEMA.column("name")));
        assertThat(view.schema().describe()).isEqualTo("people, name");
        assertThat(view.values(1).text(1)).isEqualTo("Bergen");
    }

    @Test
    void replacesAColumnAndLeavesTheOriginalAlone() {
        Dataset changed = CITIES.with(SCHEMA.column("people"), NumericValues.wrap(new double[] {1, 2, 3, 4}));
        assertThat(changed.numeric("people").get(0)).isEqualTo(1);
        assertThat(CITIES.numeric("people").get(0)).isEqualTo(709037);
        assertThatThrownBy(() -> CITIES.with(SCHEMA.column("people"), NumericValues.wrap(new double[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 rows");
    }

    @Test
    void refusesAColumnOfAnotherTypeThanAskedFor() {
        assertThatThrownBy(() -> CITIES.numeric("name"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("column 'name' of Cities is text, which has no NumericValues.");
        assertThatThrownBy(() -> Dataset.of(
                        Schema.of("S", Column.of("x", ColumnType.NUMERIC)),
                        List.of(TextValues.wrap(new String[] {"a"}))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void collectsBatchesWhateverTheirDictionaries() {
        Dataset first = cities("Oslo|NO|709037", "Bergen|NO|291940");
        Dataset second = cities("Aarhus|DK|", "Nowhere||1.5");
        Dataset collected = Dataset.collect(SCHEMA, batches(first, second));
        assertThat(collected.categorical("country").dictionary().names()).containsExactly("NO", "DK");
        assertThat(collected.toString()).isEqualTo(CITIES.toString());
        assertThat(collected.fingerprint()).isEqualTo(CITIES.fingerprint());
    }

    @Test
    void collectsNothingIntoAnEmptyDataSet() {
        Dataset empty = Dataset.collect(SCHEMA, batches());
        assertThat(empty.size()).isZero();
        assertThat(empty.schema()).isEqualTo(SCHEMA);
        assertThat(empty.categorical("country").counts()).isEmpty();
    }

    @Test
    void readsRowsByAReader() {
        RowReader<Map<String, Double>> reader = new RowReader<>() {
            @Override
            public Schema schema() {
                return Schema.of("X", Column.of("x", ColumnType.NUMERIC));
            }

            @Override
            public void read(Map<String, Double> row, RowBuffer buffer) {
                buffer.number(0, row.get("x"));
            }
        };
        assertThat(Dataset.of(reader, List.of(Map.of("x", 1.0), Map.of("x", 2.0)))
                        .numeric("x")
                        .toArray())
                .containsExactly(1, 2);
    }
}
