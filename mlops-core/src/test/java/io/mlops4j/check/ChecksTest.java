package io.mlops4j.check;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Severity;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final double MISSING = Double.NaN;

    @Test
    void allowsBothBounds() {
        assertThat(Checks.between("fare", 0, 600).examine(Rows.numbers(0, 600, 3, MISSING)))
                .isEmpty();
        assertThat(Checks.atLeast("fare", 1).examine(Rows.numbers(1, 1e300))).isEmpty();
        assertThat(Checks.atMost("fare", 1).examine(Rows.numbers(1, -1e300))).isEmpty();
    }

    @Test
    void saysWhichRowsAreOutOfBoundsAndByHowMuch() {
        Violation broken = Checks.between("fare", 0, 600)
                .examine(Rows.numbers(5, -1, 601, MISSING, 700))
                .orElseThrow();
        assertThat(broken.rows()).isEqualTo(3);
        assertThat(broken.sample()).containsExactly(1, 2, 4);
        assertThat(broken)
                .hasToString(
                        "expected fare between 0 and 600, found 3 rows outside, with values from -1 to 700 (first rows: [1, 2, 4])");
        assertThat(Checks.atLeast("fare", 0.5)
                        .examine(Rows.numbers(0.25))
                        .orElseThrow()
                        .toString())
                .contains("fare at least 0.5")
                .contains("1 row outside");
        assertThat(Checks.atMost("fare", 0)
                        .examine(Rows.numbers(1))
                        .orElseThrow()
                        .expectation())
                .isEqualTo("fare at most 0");
    }

    @Test
    @Tag("T14")
    void takesInfinityForANumberOutOfBounds() {
        Dataset rows = Rows.numbers(1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, MISSING, 1e308);
        assertThat(Checks.finite("fare").examine(rows).orElseThrow().sample()).containsExactly(1, 2);
        assertThat(Checks.between("fare", 0, 2).examine(rows).orElseThrow().rows())
                .isEqualTo(3);
        assertThat(Checks.finite("fare").examine(Rows.numbers(1e308, -0.0))).isEmpty();
    }

    @Test
    void remembersTheFirstTenRows() {
        double[] values = new double[25];
        Arrays.fill(values, 7);
        Violation broken =
                Checks.atMost("fare", 6).examine(Rows.numbers(values)).orElseThrow();
        assertThat(broken.rows()).isEqualTo(25);
        assertThat(broken.sample()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void countsRowsWithoutAValue() {
        assertThat(Checks.notNull("port").examine(Rows.categories("S", "C"))).isEmpty();
        Violation broken = Checks.notNull("port")
                .examine(Rows.categories("S", null, "C", null))
                .orElseThrow();
        assertThat(broken.rows()).isEqualTo(2);
        assertThat(broken.sample()).containsExactly(1, 3);
        assertThat(broken.found()).isEqualTo("2 rows without: port 2 times");
        assertThat(Checks.notNull("sailed").examine(Rows.times((String) null))).isPresent();
        assertThat(Checks.notNull("note")
                        .examine(Rows.texts("", null))
                        .orElseThrow()
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void countsARowThatMissesSeveralColumnsOnce() {
        Dataset rows = Dataset.of(
                Schema.of(
                        "Passenger",
                        Column.of("fare", ColumnType.NUMERIC).nullable(true),
                        Column.of("port", ColumnType.CATEGORICAL).nullable(true)),
                List.of(
                        Rows.numbers(1, MISSING, MISSING).values(0),
                        Rows.categories("S", null, "C").values(0)));
        Violation broken = Checks.notNull("fare", "port").examine(rows).orElseThrow();
        assertThat(broken.rows()).isEqualTo(2);
        assertThat(broken.found()).contains("fare 2 times, port 1 times");
        assertThat(broken.expectation()).isEqualTo("fare, port not missing");
    }

    @Test
    void listsValuesThatAreNotAllowed() {
        Expectation known = Checks.oneOf("port", "S", "C");
        assertThat(known.examine(Rows.categories("S", "C", null))).isEmpty();
        Violation broken = known.examine(Rows.categories("S", "Q", "q", "Q")).orElseThrow();
        assertThat(broken.rows()).isEqualTo(3);
        assertThat(broken.expectation()).isEqualTo("port one of [S, C]");
        assertThat(broken.found()).isEqualTo("3 rows with others: 'Q', 'q'");
        assertThat(Checks.oneOf("note", "a").examine(Rows.texts("a", "b"))).isPresent();
    }

    @Test
    @Tag("T10")
    void showsFewOtherValuesAndNoneInFull() {
        Violation broken = Checks.oneOf("port", "S")
                .examine(Rows.categories("a\nb", "x".repeat(500), "3", "4", "5", "6", "7"))
                .orElseThrow();
        assertThat(broken.rows()).isEqualTo(7);
        assertThat(broken.found()).hasSizeLessThan(120).doesNotContain("\n").endsWith("'5', …");
        assertThat(Checks.oneOf("port", "S")
                        .examine(Rows.categories("1", "2", "3", "4", "5"))
                        .orElseThrow()
                        .found())
                .endsWith("'5'");
    }

    @Test
    void toleratesAShareOfMissingValues() {
        Dataset rows = Rows.numbers(1, MISSING, 3, 4);
        assertThat(Checks.missingAtMost("fare", percent(25)).examine(rows)).isEmpty();
        Violation broken =
                Checks.missingAtMost("fare", percent(24)).examine(rows).orElseThrow();
        assertThat(broken)
                .hasToString("expected fare missing in at most 24 %, found 1 row of 4 without (first rows: [1])");
    }

    @Test
    @Tag("T16")
    void nothingIsMissingOfNoRows() {
        assertThat(Checks.missingAtMost("fare", percent(0)).examine(Rows.numbers()))
                .isEmpty();
        assertThat(Checks.notNull("fare").examine(Rows.numbers())).isEmpty();
        assertThat(Checks.unique("fare").examine(Rows.numbers())).isEmpty();
        assertThat(Checks.missingAtMost("fare", percent(99)).examine(Rows.numbers(MISSING, MISSING)))
                .isPresent();
    }

    @Test
    void findsValuesThatComeTwice() {
        assertThat(Checks.unique("port").examine(Rows.categories("a", "A", null, null)))
                .isEmpty();
        Violation broken = Checks.unique("port")
                .examine(Rows.categories("a", "b", "a", "a"))
                .orElseThrow();
        assertThat(broken.sample()).containsExactly(2, 3);
        assertThat(Checks.unique("fare").examine(Rows.numbers(0.0, -0.0))).isPresent();
        assertThat(Checks.unique("fare").examine(Rows.numbers(1, Math.nextUp(1))))
                .isEmpty();
        assertThat(Checks.unique("sailed").examine(Rows.times("1912-04-10T12:00:00Z", "1912-04-10T12:00:00Z")))
                .isPresent();
        assertThat(Checks.unique("adult").examine(Rows.flags(0, 1))).isEmpty();
    }

    @Test
    @Tag("T16")
    void wantsEnoughRows() {
        assertThat(Checks.rowsAtLeast(2).examine(Rows.numbers(1, 2))).isEmpty();
        Violation broken = Checks.rowsAtLeast(2).examine(Rows.numbers(1)).orElseThrow();
        assertThat(broken).hasToString("expected at least 2 rows, found 1 rows");
        Checks.rowsAtLeast(2).check(Rows.numbers().schema());
    }

    @Test
    void refusesColumnsThatAreNotThere() {
        Schema schema = Rows.numbers().schema();
        for (Expectation expectation : List.of(
                Checks.notNull("faer"),
                Checks.between("faer", 0, 1),
                Checks.oneOf("faer", "a"),
                Checks.missingAtMost("faer", percent(1)),
                Checks.unique("faer"))) {
            assertThatThrownBy(() -> expectation.check(schema))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("Did you mean 'fare'?");
        }
    }

    @Test
    void refusesColumnsOfTheWrongType() {
        assertThatThrownBy(() ->
                        Checks.between("port", 0, 1).check(Rows.categories().schema()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("'port between 0 and 1'")
                .hasMessageContaining("categorical, not numeric");
        assertThatThrownBy(() -> Checks.oneOf("fare", "1").check(Rows.numbers().schema()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("numeric, not categorical or text");
        assertThatThrownBy(() ->
                        Checks.unique("words").check(Schema.of("Passenger", Column.of("words", ColumnType.SPARSE))))
                .isInstanceOf(SchemaException.class);
        Checks.between("fare", 0, 1).check(Rows.numbers().schema());
        Checks.oneOf("note", "1").check(Rows.texts().schema());
        Checks.notNull("note").check(Rows.texts().schema());
        Checks.missingAtMost("note", percent(1)).check(Rows.texts().schema());
    }

    @Test
    void refusesWhatCannotBeExpected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.notNull());
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.oneOf("port"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.between("fare", 2, 1))
                .withMessageContaining("fare between 2 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.between("fare", MISSING, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.atMost("fare", MISSING));
    }

    @Test
    void reportsEverythingThatIsBroken() {
        CheckReport report = Checks.examineAll(
                List.of(
                        Checks.between("fare", 0, 1),
                        Checks.notNull("fare").warnOnly(),
                        Checks.unique("fare"),
                        Checks.rowsAtLeast(3)),
                Rows.numbers(2, 2, MISSING));
        assertThat(report.stops())
                .extracting(Violation::expectation)
                .containsExactly("fare between 0 and 1", "fare unique");
        assertThat(report.warnings()).extracting(Violation::expectation).containsExactly("fare not missing");
        assertThat(report.passed()).isFalse();
        assertThatThrownBy(() -> report.orThrow("titanic.csv"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("titanic.csv")
                .hasMessageContaining("fare between 0 and 1")
                .hasMessageContaining("fare unique")
                .hasMessageNotContaining("fare not missing");
    }

    @Test
    void warningsStopNothing() {
        CheckReport report = Checks.examineAll(List.of(Checks.notNull("fare").warnOnly()), Rows.numbers(MISSING));
        assertThat(report.passed()).isTrue();
        assertThat(report.warnings()).hasSize(1);
        report.orThrow("titanic.csv");
    }

    @Test
    void examinesNothingOfTheWrongType() {
        assertThatThrownBy(() -> Checks.examineAll(List.of(Checks.between("port", 0, 1)), Rows.categories("S")))
                .isInstanceOf(SchemaException.class);
    }

    @Test
    void aWarningIsTheSameExpectation() {
        Expectation warning = Checks.between("fare", 0, 1).warnOnly();
        assertThat(warning.severity()).isEqualTo(Severity.WARN);
        assertThat(Checks.between("fare", 0, 1).severity()).isEqualTo(Severity.STOP);
        assertThat(warning.describe()).isEqualTo("fare between 0 and 1");
        assertThat(warning.examine(Rows.numbers(2)))
                .isEqualTo(Checks.between("fare", 0, 1).examine(Rows.numbers(2)));
        assertThat(warning.examine(Rows.numbers(1))).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsExpectedIsWrittenAlikeOnEveryJavaVersion() {
        assertThat(Checks.between("fare", -0.5, 2e23).describe()).isEqualTo("fare between -0.5 and 2e+23");
        assertThat(Checks.atLeast("fare", Math.scalb(1, -44)).describe()).contains("5.684341886080802e-14");
        assertThat(Checks.missingAtMost("fare", Percent.percent(7)).describe())
                .isEqualTo("fare missing in at most 7 %");
    }
}
