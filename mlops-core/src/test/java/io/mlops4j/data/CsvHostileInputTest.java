package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T11")
@Timeout(30)
class CsvHostileInputTest {

    private static final Schema PERSON = Schema.of(
            "Person",
            Column.of("name", ColumnType.CATEGORICAL),
            Column.of("age", ColumnType.NUMERIC).nullable(true),
            Column.of("bio", ColumnType.TEXT).nullable(true));

    @TempDir
    Path folder;

    private static Dataset read(CsvFile file) {
        return file.rows(PERSON).read(PERSON);
    }

    private List<String> problems(CsvFile file) {
        try {
            read(file);
        } catch (InvalidDataException e) {
            return e.problems();
        }
        throw new AssertionError("Everything was read.");
    }

    @Test
    void leavesOutAByteOrderMark() {
        assertThat(read(CsvText.file(folder, "\uFEFFname,age,bio\nAnn,1,x\n")).size())
                .isEqualTo(1);
        byte[] compressed = CsvText.gzip("\uFEFFname,age,bio\nAnn,1,x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read(CsvText.file(folder, compressed)).size()).isEqualTo(1);
    }

    @Test
    void refusesAnotherEncodingByItsMark() {
        assertThatThrownBy(() -> read(CsvText.file(folder, "name,age,bio\n".getBytes(StandardCharsets.UTF_16))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("people.csv is in UTF-16. Save it in UTF-8.");
    }

    @Test
    void refusesASpreadsheet() {
        assertThatThrownBy(() -> read(CsvText.file(folder, new byte[] {'P', 'K', 3, 4, 20, 0})))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("zip archive or a spreadsheet");
    }

    @Test
    void takesAllKindsOfLineBreaksInOneFile() {
        Dataset data = read(CsvText.file(folder, "name,age,bio\r\nAnn,1,\"a\r\nb\"\rBob,2,\"c\nd\"\n\n\r\nCid,3,e"));
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.values("bio").text(0)).isEqualTo("a\r\nb");
        assertThat(data.values("bio").text(1)).isEqualTo("c\nd");
        assertThat(data.values("name").text(2)).isEqualTo("Cid");
    }

    @Test
    void countsLinesAndNotRows() {
        assertThat(problems(CsvText.file(folder, "name,age,bio\r\nAnn,1,\"a\r\nb\rc\nd\"\n\nBob,x,e\n")))
                .containsExactly(
                        "people.csv, line 7, column 'age': found 'x', expected a finite number, an integer up to 2^53.");
    }

    @Test
    void refusesAQuoteThatIsNeverClosedWhateverIsTolerated() {
        CsvFile file = CsvText.file(folder, "name,age,bio\nAnn,1,x\nBob,2,\"y\nCid,3,z\n")
                .tolerate(1_000);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "people.csv, line 3, column 'bio': the quotes are broken: one is opened and not closed, or text"
                                + " follows a closing one. Reading stops, because where the next row begins cannot be known. Mend"
                                + " the row.");
    }

    @Test
    void refusesTextAfterAClosingQuote() {
        assertThatThrownBy(() -> read(
                        CsvText.file(folder, "name,age,bio\n\"Ann\"a,1,x\n").tolerate(1_000)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("people.csv, line 2, column 'name': the quotes are broken");
    }

    @Test
    void takesAQuoteWithinAFieldForText() {
        assertThat(read(CsvText.file(folder, "name,age,bio\nAnn,1,5\" long\n"))
                        .values("bio")
                        .text(0))
                .isEqualTo("5\" long");
    }

    @Test
    void stopsAtAnUnclosedQuoteBeforeItHoldsTheWholeFile() {
        byte[] bytes = new byte[8 << 20];
        Arrays.fill(bytes, (byte) 'x');
        byte[] start = "name,age,bio\nAnn,1,\"".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, bytes, 0, start.length);
        assertThatThrownBy(() -> read(CsvText.file(folder, CsvText.gzip(bytes))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("people.csv, line 2, column 'bio': the quotes are broken")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void reportsRaggedRows() {
        assertThat(problems(CsvText.file(folder, "name,age,bio\nAnn,1\nBob,2,x,y\nCid,3,z\nDan\n")))
                .containsExactly(
                        "people.csv, line 2: found 2 fields, expected 3 as in the header.",
                        "people.csv, line 3: found 4 fields, expected 3 as in the header.",
                        "people.csv, line 5: found 1 field, expected 3 as in the header.");
    }

    @Test
    void blamesAShiftedRowForItsFieldsAndNotForTheirContent() {
        assertThat(problems(CsvText.file(folder, "name,age,bio\nSmith, Ann,1,x\n")))
                .containsExactly("people.csv, line 2: found 4 fields, expected 3 as in the header.");
    }

    @Test
    void reportsAFieldOfAMegabyteAndGoesOn() {
        String text = "name,age,bio\nAnn,1," + "x".repeat(1 << 20) + "\n" + "y".repeat(1 << 20) + ",2,b\nCid,3,c\n";
        CsvFile file = CsvText.file(folder, text);
        assertThat(problems(file))
                .containsExactly(
                        "people.csv, line 2, column 'bio': found '" + "x".repeat(40)
                                + "…', expected at most 262144 characters instead of 1048576.",
                        "people.csv, line 3, column 'name': found '" + "y".repeat(40)
                                + "…', expected at most 262144 characters instead of 1048576.");
        assertThat(read(file.tolerate(2)).values("name").text(0)).isEqualTo("Cid");
    }

    @Test
    void readsATextUpToItsLimit() {
        String text = "x".repeat(1 << 18);
        assertThat(read(CsvText.file(folder, "name,age,bio\nAnn,1," + text + "\n"))
                        .values("bio")
                        .text(0))
                .isEqualTo(text);
    }

    @Test
    void countsEndlessFieldsWithoutKeepingThem() {
        String text = "name,age,bio\n" + ",".repeat(2_000_000) + "\nAnn,1,x\n";
        assertThat(problems(CsvText.file(folder, text)))
                .containsExactly("people.csv, line 2: found 2000001 fields, expected 3 as in the header.");
    }

    @Test
    void reportsNulAndOtherControlCharactersWithoutRepeatingThem() {
        assertThat(problems(CsvText.file(folder, "name,age,bio\nA\u0000n,1,x\nBob,\u001b[31m2,x\nCid,3,x\u0000\n")))
                .containsExactly(
                        "people.csv, line 2, column 'name': found 'A\uFFFDn', expected a name in UTF-8 without NUL.",
                        "people.csv, line 3, column 'age': found '\uFFFD[31m2', expected a finite number, an integer up to 2^53.",
                        "people.csv, line 4, column 'bio': found 'x\uFFFD', expected text in UTF-8 without NUL.");
    }

    @Test
    void reportsBytesThatAreNotUtf8WhereTheyStand() {
        byte[] latin1 = "name,age,bio\nAnn,1,x\nJos\u00e9,2,x\nCid,3,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        CsvFile file = CsvText.file(folder, latin1);
        assertThat(problems(file))
                .containsExactly(
                        "people.csv, line 3, column 'name': found 'Jos\uFFFD', expected a name in UTF-8 without NUL.",
                        "people.csv, line 4, column 'bio': found 'caf\uFFFD', expected text in UTF-8 without NUL.");
        assertThat(read(file.tolerate(2)).size()).isEqualTo(1);
    }

    @Test
    void doesNotMindWhatItDoesNotRead() {
        byte[] latin1 = "name,age,other,bio\nAnn,1,caf\u00e9\u0000,x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(CsvText.file(folder, latin1)).size()).isEqualTo(1);
    }

    @Test
    void refusesAWantedColumnThatStandsTwice() {
        assertThatThrownBy(() -> read(CsvText.file(folder, "name,age,bio,age\nAnn,1,x,2\n")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "people.csv: the column 'age' stands twice in the header, as field 2 and field 4. Rename one of"
                                + " them.");
        assertThat(read(CsvText.file(folder, "x,name,age,bio,x,,\n1,Ann,1,x,2,3,4\n"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void namesTheNearestColumnForOneThatIsNotThere() {
        assertThatThrownBy(() -> read(CsvText.file(folder, "name,aeg,bio\nAnn,1,x\n")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("no column 'age' in people.csv. Did you mean 'aeg'? Columns: name, aeg, bio.");
    }

    @Test
    void listsEveryColumnThatIsNotThere() {
        assertThat(problems(CsvText.file(folder, "nam,\u001b[2Jage\nAnn,1\n")))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("'name'", "Did you mean 'nam'?"))
                .noneSatisfy(problem -> assertThat(problem).contains("\u001b"));
    }

    @Test
    void namesTheDelimiterOfAHeaderThatWasTakenForASingleName() {
        assertThatThrownBy(() -> read(CsvText.file(folder, "name;age;bio\nAnn;1;x\n")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "people.csv: the header is a single name, 'name;age;bio'. Say delimiter(';') if that is what"
                                + " stands between fields.");
        assertThatThrownBy(() -> read(CsvText.file(folder, "name\tage\tbio\nAnn\t1\tx\n")))
                .hasMessageContaining("Say delimiter('\\t')");
        assertThatThrownBy(() ->
                        read(CsvText.file(folder, "name,age,bio\nAnn,1,x\n").delimiter(';')))
                .hasMessageContaining("Say delimiter(',')");
    }

    @Test
    void refusesAnEmptyFile() {
        for (String nothing : List.of("", "\n\n\r\n", "\uFEFF")) {
            assertThatThrownBy(() -> read(CsvText.file(folder, nothing)))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage("people.csv is empty, expected a header with the names of the columns.");
        }
    }

    @Test
    void readsNoRowsFromAHeaderAlone() {
        for (String header : List.of("name,age,bio", "name,age,bio\r\n", "name,age,bio\n\n\n")) {
            Dataset nothing = read(CsvText.file(folder, header));
            assertThat(nothing.size()).isZero();
            assertThat(nothing.schema()).isEqualTo(PERSON);
        }
    }

    @Test
    void refusesAHeaderWithoutMeasure() {
        assertThatThrownBy(() -> read(CsvText.file(folder, "x,".repeat(20_000) + "\n")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 1: the header has more than 16384 columns");
        assertThatThrownBy(() -> read(CsvText.file(folder, "name,age," + "b".repeat(5_000) + "\n")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("more than 1024 characters as field 3");
        assertThatThrownBy(() -> read(CsvText.file(folder, new byte[1_000])))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("NUL or bytes that are not UTF-8 in field 1");
    }

    @Test
    void refusesGzipThatEndsOrIsDamaged() {
        StringBuilder text = new StringBuilder("name,age,bio\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("name").append(i * 7919L).append(",1,x\n");
        }
        byte[] whole = CsvText.gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(CsvText.file(folder, Arrays.copyOf(whole, whole.length / 2))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("people.csv: the gzip data end or are damaged after line ");
        assertThatThrownBy(() -> read(CsvText.file(folder, Arrays.copyOf(whole, 5))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("before the first line");
        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 1; // the checksum at the end
        assertThatThrownBy(() -> read(CsvText.file(folder, flipped))).isInstanceOf(InvalidDataException.class);
    }

    @ParameterizedTest
    @Tag("T14")
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "1d", "0x1p3", "9007199254740993", "1,5", "१२"})
    void reportsNumbersThatAreNone(String text) {
        assertThat(problems(CsvText.file(folder, "name;age;bio\nAnn;" + text + ";x\n")
                        .delimiter(';')))
                .containsExactly("people.csv, line 2, column 'age': found '" + text
                        + "', expected a finite number, an integer up to 2^53.");
    }

    @Test
    @Tag("T14")
    void takesNanForMissingOnlyWhereThatIsDeclared() {
        CsvFile file = CsvText.file(folder, "name,age,bio\nAnn,NaN,x\nBob,,x\n").missing("", "NaN");
        assertThat(read(file).numeric("age").missing(0)).isTrue();
        assertThat(read(file).numeric("age").missing(1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"' 12 ', 12", "'\t-0.5', -0.5", "'1e2', 100"})
    void leavesOutBlanksAroundNumbers(String text, double expected) {
        assertThat(read(CsvText.file(folder, "name,age,bio\nAnn," + text + ",x\n"))
                        .numeric("age")
                        .get(0))
                .isEqualTo(expected);
    }

    @Test
    void reportsAnEmptyFieldWhereThereMustBeAValue() {
        assertThat(problems(CsvText.file(folder, "name,age,bio\n,1,x\n\"\",1,x\n")))
                .containsExactly(
                        "people.csv, line 2, column 'name': found an empty field, expected a value, because the column is not declared nullable (@Nullable, Optional).",
                        "people.csv, line 3, column 'name': found an empty field, expected a value, because the column is not declared nullable (@Nullable, Optional).");
    }

    @Property(tries = 300)
    void endsWithRowsOrATypedErrorWhateverTheBytes(@ForAll byte[] noise) {
        byte[] header = "name,age,bio\n".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(header, header.length + noise.length);
        System.arraycopy(noise, 0, bytes, header.length, noise.length);
        CsvFile file = CsvText.file(TemporaryFolder.shared(), bytes).tolerate(Long.MAX_VALUE);
        try (Batches batches = file.rows(PERSON).open(PERSON)) {
            for (Dataset batch = batches.next(); batch != null; batch = batches.next()) {
                assertThat(batch.size()).isPositive();
            }
        } catch (InvalidDataException e) {
            assertThat(e).hasMessageContaining("the quotes are broken");
        }
    }
}
