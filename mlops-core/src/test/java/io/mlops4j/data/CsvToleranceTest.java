package io.mlops4j.data;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("T11")
class CsvToleranceTest {

    private static final Schema NUMBERS = Schema.of("Numbers", Column.of("x", ColumnType.NUMERIC));

    @TempDir
    Path folder;

    /** A thousand rows, of which every tenth is broken. */
    private CsvFile everyTenthBroken() {
        StringBuilder text = new StringBuilder("x\n");
        for (int i = 1; i <= 1_000; i++) {
            text.append(i % 10 == 0 ? "bad" : i).append('\n');
        }
        return CsvText.file(folder, text.toString());
    }

    private static Dataset read(CsvFile file) {
        return file.rows(NUMBERS).read(NUMBERS);
    }

    @Test
    void toleratesNothingUnlessAskedTo() {
        assertThatThrownBy(() -> read(CsvText.file(folder, "x\n1\nbad\n3\n")))
                .isInstanceOfSatisfying(
                        InvalidDataException.class,
                        e -> assertThat(e.problems()).hasSize(1))
                .hasMessage("""
                        people.csv: 1 of 3 rows are broken, none is tolerated:
                          - people.csv, line 3, column 'x': found 'bad', expected a finite number, an integer up to 2^53.""");
    }

    @Test
    void showsTheFirstTenOfManyProblemsAndCountsThemAll() {
        assertThatThrownBy(() -> read(everyTenthBroken()))
                .isInstanceOfSatisfying(
                        InvalidDataException.class,
                        e -> assertThat(e.problems())
                                .hasSize(10)
                                .first()
                                .asString()
                                .startsWith("people.csv, line 11, column 'x': found 'bad'"))
                .hasMessageStartingWith(
                        "people.csv: 100 of 1000 rows are broken, none is tolerated. The first 10:\n  - people.csv, line 11");
    }

    @Test
    void leavesOutAsManyRowsAsAreTolerated() {
        assertThat(read(everyTenthBroken().tolerate(100)).size()).isEqualTo(900);
        assertThatThrownBy(() -> read(everyTenthBroken().tolerate(99)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("100 of 1000 rows are broken, at most 99 are tolerated");
    }

    @Test
    void leavesOutTheShareThatIsTolerated() {
        assertThat(read(everyTenthBroken().tolerate(percent(10))).size()).isEqualTo(900);
        assertThatThrownBy(() -> read(everyTenthBroken().tolerate(percent(9.9))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("100 of 1000 rows are broken, at most 9.9 % are tolerated");
    }

    @Test
    void countsWhatWasLeftOutAndShowsSomeOfIt() {
        try (Batches batches =
                everyTenthBroken().tolerate(100).batchRows(450).rows(NUMBERS).open(NUMBERS)) {
            assertThat(batches.rejected()).isEqualTo(RejectedRows.NONE);
            batches.next();
            assertThat(batches.rejected().count()).isBetween(49L, 50L);
            batches.next();
            assertThat(batches.next()).isNull();
            RejectedRows rejected = batches.rejected();
            assertThat(rejected.count()).isEqualTo(100);
            assertThat(rejected.sample())
                    .hasSize(10)
                    .allSatisfy(problem -> assertThat(problem).contains("line"));
        }
    }

    @Test
    void givesNoBatchAfterTooManyRowsWereBroken() {
        try (Batches batches =
                everyTenthBroken().tolerate(1).batchRows(5).rows(NUMBERS).open(NUMBERS)) {
            int good = 0;
            InvalidDataException refused = null;
            while (refused == null) {
                try {
                    Dataset batch = batches.next();
                    good += batch == null ? 0 : batch.size();
                } catch (InvalidDataException e) {
                    refused = e;
                }
            }
            assertThat(refused).hasMessageContaining("100 of 1000 rows are broken");
            assertThat(good).isLessThan(20);
            assertThatThrownBy(batches::next).isInstanceOf(InvalidDataException.class);
        }
    }

    @Test
    void readsNothingFromAFileOfBrokenRowsIfThatIsTolerated() {
        assertThat(read(CsvText.file(folder, "x\nbad\nworse\n").tolerate(percent(100)))
                        .size())
                .isZero();
        assertThatThrownBy(() -> read(CsvText.file(folder, "x\nbad\n").tolerate(percent(99.9))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("people.csv: 1 of 1 row is broken");
    }
}
