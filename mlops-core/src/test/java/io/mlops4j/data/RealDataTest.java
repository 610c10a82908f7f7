package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RealDataTest {

    @AfterAll
    static void tellHowManyWereSkipped() {
        System.out.println("RealDataTest: " + SharedData.skipped()
                + " tests skipped for want of data sets in shared/data beside the checkout");
    }

    private static final Schema ADULT = schema(
            "Adult",
            "age# workclass fnlwgt# education education_num# marital_status occupation relationship race sex capital_gain#"
                    + " capital_loss# hours_per_week# native_country income");

    private static Schema schema(String name, String columns) {
        return Schema.of(
                name,
                Arrays.stream(columns.split(" "))
                        .map(column -> column.endsWith("#")
                                ? Column.of(column.substring(0, column.length() - 1), ColumnType.NUMERIC)
                                : Column.of(column, ColumnType.CATEGORICAL))
                        .map(column -> column.nullable(true))
                        .toList());
    }

    private static long missing(Dataset data, String column) {
        long count = 0;
        for (int row = 0; row < data.size(); row++) {
            count += data.values(column).missing(row) ? 1 : 0;
        }
        return count;
    }

    private record Penguin(
            String island,
            @Nullable Double bill_length_mm,
            @Nullable Double bill_depth_mm,
            @Nullable Double flipper_length_mm,
            @Nullable Double body_mass_g,
            @Nullable String sex,
            int year) {}

    private static CsvFile penguins() {
        return resource("penguins.csv");
    }

    private static CsvFile census() {
        return resource("/csv/adult_train.csv.gz");
    }

    private static CsvFile resource(String name) {
        try {
            return Csv.file(Path.of(RealDataTest.class.getResource(name).toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsThePenguinsAndTheirMissingValues() {
        Schema wanted = Rows.of(Penguin.class)
                .schema()
                .with(Column.of("species", ColumnType.CATEGORICAL).as(Role.TARGET));
        Dataset penguins = penguins().rows(Penguin.class).read(wanted);
        assertThat(penguins.size()).isEqualTo(344);
        assertThat(penguins.categorical("species").dictionary().names())
                .containsExactly("Adelie", "Gentoo", "Chinstrap");
        assertThat(penguins.categorical("species").counts()).containsExactly(152, 124, 68);
        assertThat(missing(penguins, "sex")).isEqualTo(11);
        assertThat(missing(penguins, "body_mass_g")).isEqualTo(2);
        double sum = Arrays.stream(penguins.numeric("body_mass_g").toArray())
                .filter(Double::isFinite)
                .sum();
        assertThat(sum).isEqualTo(1_437_000);
    }

    @Test
    void refusesThePenguinsWhereTheirMissingValuesAreNotDeclared() {
        record Strict(String sex, double body_mass_g) {}
        assertThatThrownBy(() ->
                        penguins().rows(Strict.class).read(Rows.of(Strict.class).schema()))
                .isInstanceOfSatisfying(
                        InvalidDataException.class,
                        e -> assertThat(e.problems())
                                .hasSize(10)
                                .contains(
                                        "penguins.csv, line 10, column 'sex': found an empty field, expected a value, because the column is not declared nullable (@Nullable, Optional)."))
                .hasMessageStartingWith("penguins.csv: 11 of 344 rows are broken, none is tolerated. The first 10:");
    }

    @Test
    void readsCompressedCensusData() {
        Dataset adult = census().rows(ADULT).read(ADULT);
        assertThat(adult.size()).isEqualTo(32_561);
        assertThat(missing(adult, "workclass")).isEqualTo(1_836);
        assertThat(missing(adult, "native_country")).isEqualTo(583);
        assertThat(Arrays.stream(adult.numeric("age").toArray()).sum()).isEqualTo(1_256_257);
        assertThat(adult.categorical("income").counts()).containsExactlyInAnyOrder(24_720, 7_841);
    }

    @Test
    void readsTheOriginalCensusFileWithItsQuirks() {
        // no header, a blank after each comma, '?' for missing, an empty line at the end
        CsvFile original = Csv.file(SharedData.file("raw/adult.data"))
                .columns(ADULT.columns().stream().map(Column::name).toArray(String[]::new))
                .trim()
                .missing("?");
        Dataset adult = original.rows(ADULT).read(ADULT);
        Dataset normalised = census().rows(ADULT).read(ADULT);
        assertThat(adult.fingerprint()).isEqualTo(normalised.fingerprint());
    }

    @Test
    void countsTheBrokenFirstLineOfTheOriginalTestFile() {
        CsvFile original = Csv.file(SharedData.file("raw/adult.test"))
                .columns(ADULT.columns().stream().map(Column::name).toArray(String[]::new))
                .trim()
                .missing("?");
        assertThatThrownBy(() -> original.rows(ADULT).read(ADULT))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("adult.test, line 1: found 1 field, expected 15 as in the header.");
        Dataset adult = original.tolerate(1).rows(ADULT).read(ADULT);
        assertThat(adult.size()).isEqualTo(16_281);
        assertThat(adult.categorical("income").dictionary().names()).containsExactly("<=50K.", ">50K.");
    }

    @Test
    void readsQuotedTexts() {
        Schema sms = Schema.of("Sms", Column.of("label", ColumnType.CATEGORICAL), Column.of("text", ColumnType.TEXT));
        Dataset messages =
                Csv.file(SharedData.file("csv/sms_spam.csv")).rows(sms).read(sms);
        assertThat(messages.size()).isEqualTo(5_574);
        assertThat(messages.categorical("label").dictionary().names()).containsExactly("ham", "spam");
        assertThat(messages.values("text").text(0)).startsWith("Go until jurong point, crazy..");
    }

    @Test
    void refusesTabSeparatedTextWhoseQuotesMeanNothing() {
        Schema sms = Schema.of("Sms", Column.of("label", ColumnType.CATEGORICAL), Column.of("text", ColumnType.TEXT));
        CsvFile original = Csv.file(SharedData.file("raw/SMSSpamCollection.tsv"))
                .delimiter('\t')
                .columns("label", "text");
        assertThatThrownBy(() -> original.rows(sms).read(sms))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("the quotes are broken");
    }

    @Test
    void readsSemicolonsAndQuotedNames() {
        Schema bank = schema("Bank", "age# job balance# y");
        Dataset rows = Csv.file(SharedData.file("raw/bank-full.csv.gz"))
                .delimiter(';')
                .rows(bank)
                .read(bank);
        assertThat(rows.size()).isEqualTo(45_211);
        assertThat(rows.categorical("y").counts()).containsExactly(39_922, 5_289);
    }

    @Test
    void refusesDecimalCommas() {
        Schema beans = schema("Beans", "Area# Perimeter#");
        CsvFile file =
                Csv.file(SharedData.file("raw/Dry_Bean_Dataset_eu.csv.gz")).delimiter(';');
        assertThatThrownBy(() -> file.rows(beans).read(beans))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("expected a finite number");
    }

    @Test
    void readsTimesOfALog() {
        Schema log =
                Schema.of("Log", Column.of("timestamp", ColumnType.TIMESTAMP), Column.of("y_pred", ColumnType.BOOLEAN));
        Dataset rows = Csv.file(SharedData.file("csv/predlog_california_housing_analysis.csv"))
                .zone(ZoneOffset.UTC)
                .rows(log)
                .read(log);
        assertThat(rows.size()).isEqualTo(8_232);
        assertThat(rows.values("timestamp").text(0)).isEqualTo("2021-06-01T00:00:00Z");
        assertThat(rows.values("timestamp").text(8_231)).isEqualTo("2022-05-09T23:00:00Z");
    }

    @Test
    void readsEveryNumberAsJavaDoes() throws java.io.IOException {
        Schema housing = schema("Housing", "longitude# median_income# total_bedrooms#");
        Path file = SharedData.file("csv/california_housing.csv");
        Dataset rows = Csv.file(file).rows(housing).read(housing);
        List<Double> expected = new ArrayList<>();
        for (String line : java.nio.file.Files.readAllLines(file).subList(1, 20_641)) {
            expected.add(Double.parseDouble(line.split(",")[7]));
        }
        assertThat(rows.numeric("median_income").toArray())
                .containsExactly(
                        expected.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(missing(rows, "total_bedrooms")).isEqualTo(207);
    }
}
