package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.TextValues;
import io.mlops4j.api.data.TimestampValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetAssertTest {

    private static final Dataset ROWS = Dataset.of(new PassengerReader(), Passengers.SOME);

    @Test
    void speaksOfRowsAndColumns() {
        assertThat(ROWS).hasRows(3).hasColumns("sex", "age", "fare").hasNoMissing("sex", "fare");
        assertThat(ROWS).column("age").hasType(ColumnType.NUMERIC).hasMissing(1).isBetween(0, 120);
        assertThat(ROWS).column("age").hasNumbers(29, Double.NaN, 48).hasTexts("29", null, "48");
        assertThat(ROWS).column("sex").hasOnly("female", "male").hasNoMissing();
        assertThat(ROWS).hasSameContentAs(ROWS.rows(new int[] {2, 1, 0}).rows(new int[] {2, 1, 0}));
    }

    @Test
    void saysWhatIsThereInstead() {
        messageOf(() -> assertThat(ROWS).hasRows(4)).isEqualTo("Expected 4 rows, but there are 3");
        messageOf(() -> assertThat(ROWS).hasColumns("sex")).contains("[sex, age, fare]");
        messageOf(() -> assertThat(ROWS).column("aeg"))
                .isEqualTo("Expected a column 'aeg', but there are only sex, age, fare");
        messageOf(() -> assertThat(ROWS).column("sex").hasType(ColumnType.TEXT))
                .contains("to be text, but it is categorical");
        messageOf(() -> assertThat(ROWS).column("sex").hasNumbers(1))
                .contains("to hold numbers, but it is categorical");
        messageOf(() -> assertThat(ROWS).column("sex").hasTexts("male")).contains("[female, male, male]");
        messageOf(() -> assertThat(ROWS).column("fare").hasNumbers(1, 2, 3)).contains("[211.5, 8.05, 26.5]");
    }

    @Test
    void namesTheRowsThatAreWrong() {
        messageOf(() -> assertThat(ROWS).hasNoMissing())
                .isEqualTo("Expected column 'age' without missing values, but 1 of 3 rows are not so"
                        + "\n  - row 1: nothing (missing)");
        messageOf(() -> assertThat(ROWS).as("rows of today").hasNoMissing("age"))
                .startsWith("[rows of today] ");
        messageOf(() -> assertThat(ROWS).column("age").hasMissing(0)).contains("misses 1", "row 1");
        messageOf(() -> assertThat(ROWS).column("fare").isBetween(0, 100)).contains("row 0: '211.5'");
        messageOf(() -> assertThat(ROWS).column("sex").hasOnly("male")).contains("row 0: 'female'");
    }

    @Test
    void namesTheFirstCellThatDiffers() {
        Dataset other = ROWS.with(ROWS.schema().column("age"), NumericValues.wrap(new double[] {29, 30, 48}));
        messageOf(() -> assertThat(ROWS).hasSameContentAs(other))
                .contains("column 'age', row 1 has nothing (missing), not '30.0'");
        messageOf(() -> assertThat(ROWS).hasSameContentAs(ROWS.rows(new int[] {0})))
                .contains("there are 3 rows, not 1");
        messageOf(() -> assertThat(ROWS)
                        .hasSameContentAs(ROWS.columns(ROWS.schema().without("age"))))
                .contains("the columns are");
    }

    @Test
    void tellsZerosApart() {
        messageOf(() -> assertThat(single(0.0)).hasSameContentAs(single(-0.0))).contains("'0.0', not '-0.0'");
        assertThat(single(Double.NaN)).hasSameContentAs(single(Double.NaN));
    }

    private static Dataset single(double number) {
        return Dataset.of(
                Schema.of("x", Column.of("x", ColumnType.NUMERIC)), List.of(NumericValues.wrap(new double[] {number})));
    }

    @Test
    void tellsSparseRowsTextsAndTimesApart() {
        assertThat(mixed(1, "a", 5)).hasSameContentAs(mixed(1, "a", 5));
        messageOf(() -> assertThat(mixed(1, "a", 5)).hasSameContentAs(mixed(2, "a", 5)))
                .contains("{sex=male=1.0}");
        messageOf(() -> assertThat(mixed(1, "a", 5)).hasSameContentAs(mixed(1, "b", 5)))
                .contains("'a', not 'b'");
        messageOf(() -> assertThat(mixed(1, "a", 5)).hasSameContentAs(mixed(1, "a", 6)))
                .contains("'5', not '6'");
    }

    private static Dataset mixed(double entry, String text, long time) {
        return Dataset.of(
                Schema.of(
                        "mixed",
                        Column.of("sex", ColumnType.SPARSE),
                        Column.of("note", ColumnType.TEXT),
                        Column.of("at", ColumnType.TIMESTAMP)),
                List.of(
                        SparseValues.wrap(
                                List.of("sex=female", "sex=male"), new int[] {0, 1}, new int[] {1}, new double[] {entry
                                }),
                        TextValues.wrap(new String[] {text}),
                        TimestampValues.wrap(new long[] {time})));
    }
}
