package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.StorageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingTest {

    private record Person(
            String name,
            @Nullable Integer age,
            @Nullable Boolean married,
            @Nullable Instant since) {}

    private static final String PEOPLE = """
            name,age,married,since
            Ann,31,true,2024-05-31T12:00:00Z
            "Smith, Bob",,NO,
            "Carl ""the"" Great",1205,Yes,0800-12-25
            """.replace("0800-12-25", "1800-12-25");

    @TempDir
    Path folder;

    private static Dataset read(DataSource<?> source) {
        return source.read(source.rows().schema());
    }

    @Test
    void readsEveryTypeByTheNameInTheHeader() {
        Dataset people = read(CsvText.file(folder, PEOPLE).rows(Person.class));
        assertThat(people).hasToString("""
                Person: 3 rows × 4 columns
                name              age   married  since
                Ann               31    1        2024-05-31T12:00:00Z
                Smith, Bob        ·     0        ·
                Carl "the" Great  1205  1        1800-12-25T00:00:00Z
                """);
    }

    @Test
    void readsTheWantedColumnsInTheWantedOrderAndIgnoresOthers() {
        Schema wanted = Schema.of(
                "Two",
                Column.of("married", ColumnType.CATEGORICAL).nullable(true).as(Role.TARGET),
                Column.of("name", ColumnType.TEXT));
        Dataset people = CsvText.file(folder, PEOPLE).rows(Person.class).read(wanted);
        assertThat(people.schema()).isEqualTo(wanted);
        assertThat(people.categorical("married").dictionary().names()).containsExactly("true", "NO", "Yes");
        assertThat(people.values("name").text(1)).isEqualTo("Smith, Bob");
    }

    @Test
    void knowsCompressionByContentAndNotByName() {
        Dataset plain = read(CsvText.file(folder, PEOPLE).rows(Person.class));
        byte[] compressed = CsvText.gzip(PEOPLE.getBytes(StandardCharsets.UTF_8));
        Dataset unpacked = read(CsvText.file(folder, compressed).rows(Person.class));
        assertThat(unpacked.fingerprint()).isEqualTo(plain.fingerprint());
    }

    @Test
    void readsAgainAndAgain() {
        DataSource<Person> source = CsvText.file(folder, PEOPLE).rows(Person.class);
        assertThat(read(source).fingerprint()).isEqualTo(read(source).fingerprint());
    }

    @Test
    void yieldsBatchesOfTheSizeAskedFor() {
        DataSource<Person> source = CsvText.file(folder, PEOPLE).batchRows(2).rows(Person.class);
        List<Integer> sizes = new ArrayList<>();
        try (Batches batches = source.open(source.rows().schema())) {
            for (Dataset batch = batches.next(); batch != null; batch = batches.next()) {
                sizes.add(batch.size());
            }
            assertThat(batches.next()).isNull();
            assertThat(batches.rejected().count()).isZero();
        }
        assertThat(sizes).containsExactly(2, 1);
        assertThat(read(source).fingerprint())
                .isEqualTo(read(CsvText.file(folder, PEOPLE).rows(Person.class)).fingerprint());
    }

    @Test
    void readsAnotherDelimiterAndOtherWordsForMissing() {
        CsvFile file = CsvText.file(folder, "age;name;married;since\n?;Ann;n/a;?\n7; Bob;true;?\n")
                .delimiter(';')
                .missing("?", "n/a");
        Dataset people = read(file.rows(Person.class));
        assertThat(people.numeric("age").missing(0)).isTrue();
        assertThat(people.numeric("married").missing(0)).isTrue();
        assertThat(people.values("name").text(1)).isEqualTo(" Bob");
        assertThat(read(file.trim().rows(Person.class)).values("name").text(1)).isEqualTo("Bob");
    }

    @Test
    void readsAFileWithoutAHeader() {
        Dataset people = read(CsvText.file(folder, "Ann,1,true,\nBob,2,false,\n")
                .columns("name", "age", "married", "since")
                .rows(Person.class));
        assertThat(people.size()).isEqualTo(2);
        assertThat(people.values("name").text(0)).isEqualTo("Ann");
    }

    @Test
    void readsLocalTimesInTheDeclaredZone() {
        Schema wanted = Schema.of("Log", Column.of("at", ColumnType.TIMESTAMP));
        CsvFile file = CsvText.file(folder, "at\n2021-06-01 00:00:00\n");
        assertThat(file.zone(ZoneId.of("Europe/Berlin"))
                        .rows(wanted)
                        .read(wanted)
                        .values("at")
                        .text(0))
                .isEqualTo("2021-05-31T22:00:00Z");
        assertThatThrownBy(() -> file.rows(wanted).read(wanted))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 2, column 'at': found '2021-06-01 00:00:00', expected a timestamp such as"
                        + " 2024-05-31T12:00:00Z in the years 1677 to 2262; one without an offset needs zone(…).");
    }

    @Test
    @Tag("T15")
    void keepsNamesApartThatDifferInCaseBlanksOrUnicodeForm() {
        Schema wanted = Schema.of("S", Column.of("x", ColumnType.CATEGORICAL));
        Dataset data = CsvText.file(folder, "x\na\nA\n a\ncaf\u00e9\ncafe\u0301\na\n")
                .rows(wanted)
                .read(wanted);
        assertThat(data.categorical("x").dictionary().names())
                .containsExactly("a", "A", " a", "caf\u00e9", "cafe\u0301");
        assertThat(data.categorical("x").counts()).containsExactly(2, 1, 1, 1, 1);
    }

    @Test
    void readsMoreNamesThanItRemembers() {
        StringBuilder text = new StringBuilder("x\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("name-").append(i % 5_000).append('\n');
        }
        Schema wanted = Schema.of("S", Column.of("x", ColumnType.CATEGORICAL));
        Dataset data = CsvText.file(folder, text.toString()).rows(wanted).read(wanted);
        assertThat(data.categorical("x").counts()).hasSize(5_000).containsOnly(4);
        assertThat(data.values("x").text(12_345)).isEqualTo("name-2345");
    }

    @Test
    void mergesTheDictionariesOfBatches() {
        Schema wanted = Schema.of("S", Column.of("x", ColumnType.CATEGORICAL));
        Dataset data = CsvText.file(folder, "x\na\nb\nc\nb\nd\na\n")
                .batchRows(2)
                .rows(wanted)
                .read(wanted);
        assertThat(data.categorical("x").dictionary().names()).containsExactly("a", "b", "c", "d");
        assertThat(data.categorical("x").counts()).containsExactly(2, 2, 1, 1);
    }

    @Test
    void namesItselfByTheFileAlone() {
        CsvFile file = CsvText.file(folder, PEOPLE);
        DataSource<Person> source = file.rows(Person.class);
        assertThat(source.name()).isEqualTo("people.csv");
        assertThat(file).hasToString("people.csv");
        assertThat(source.toString()).startsWith("people.csv as Person[").doesNotContain(folder.toString());
    }

    @Test
    void readsMapsAtPredictionTimeWhereASchemaIsGiven() {
        Schema wanted = Schema.of("S", Column.of("name", ColumnType.CATEGORICAL));
        DataSource<Map<String, ?>> source = CsvText.file(folder, PEOPLE).rows(wanted);
        assertThat(Dataset.of(source.rows(), List.of(Map.of("name", "Ann")))
                        .values("name")
                        .text(0))
                .isEqualTo("Ann");
    }

    @Test
    @Tag("F05")
    void saysSoWhenThereIsNoFile() {
        DataSource<Person> source = Csv.file(folder.resolve("nowhere.csv")).rows(Person.class);
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("there is no file")
                .hasMessageContaining("nowhere.csv");
        assertThatThrownBy(() -> read(Csv.file(folder).rows(Person.class))).isInstanceOf(StorageException.class);
    }

    @Test
    void refusesOptionsThatCannotWork() {
        CsvFile file = Csv.file(folder.resolve("x.csv"));
        assertThatThrownBy(() -> file.delimiter('"')).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file.delimiter('\n')).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file.batchRows(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file.tolerate(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(file::columns).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesANewFileForEachOption() {
        CsvFile file = CsvText.file(folder, PEOPLE);
        CsvFile other = file.delimiter(';').missing("x").tolerate(5).trim();
        assertThat(other).isNotSameAs(file);
        assertThat(read(file.rows(Person.class)).size()).isEqualTo(3);
    }

    @Test
    void closesTwice() {
        DataSource<Person> source = CsvText.file(folder, PEOPLE).rows(Person.class);
        Batches batches = source.open(source.rows().schema());
        batches.close();
        batches.close();
        assertThatThrownBy(batches::next).isInstanceOf(StorageException.class);
    }
}
