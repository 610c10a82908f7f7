package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.prepare.Preprocessors.constant;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.mean;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.mostFrequent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ImputeTest {

    private static final double NAN = Double.NaN;

    @Test
    void theMedianOfAnEvenNumberLiesHalfWayBetweenTheMiddleTwo() {
        assertThat(Rows.numbersAfter(impute(numeric(), median()), Rows.numbers(4, NAN, 1, 3, 100)))
                .containsExactly(4, 3.5, 1, 3, 100);
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Rows.numbersAfter(impute("x", median()), Rows.numbers(9, NAN, 1, 4)))
                .containsExactly(9, 4, 1, 4);
    }

    @Test
    void theMeanCountsOnlyWhatIsThere() {
        assertThat(Rows.numbersAfter(impute(numeric(), mean()), Rows.numbers(1, NAN, 3, NAN)))
                .containsExactly(1, 2, 3, 2);
    }

    @Test
    void theMostFrequentNumberIsTheLeastOfSeveral() {
        assertThat(Rows.numbersAfter(impute(numeric(), mostFrequent()), Rows.numbers(7, 7, 2, 2, 5, NAN)))
                .containsExactly(7, 7, 2, 2, 5, 2);
    }

    @Test
    void theMostFrequentNumberNeedNotBeTheLeast() {
        assertThat(Rows.numbersAfter(impute(numeric(), mostFrequent()), Rows.numbers(1, 7, 2, 7, NAN)))
                .containsExactly(1, 7, 2, 7, 7);
    }

    @Test
    void theMostFrequentCategoryIsTheFirstByCodePointOfSeveral() {
        Dataset rows = Rows.categories("b", null, "a", "c", "a", "c");

        assertThat(Rows.textsAfter(Rows.fit(impute(categorical(), mostFrequent()), rows), rows))
                .containsExactly("b", "a", "a", "c", "a", "c");
    }

    @Test
    void aCategoryThatNoRowOfAViewHasIsNotTheMostFrequent() {
        Dataset view = Rows.categories("a", "a", "z", null).rows(new int[] {2, 3});

        assertThat(Rows.textsAfter(Rows.fit(impute("x", mostFrequent()), view), view))
                .containsExactly("z", "z");
    }

    @Test
    void aBooleanGetsTheMostFrequentValue() {
        Dataset rows = Rows.of(Rows.FLAG.nullable(true), true, null, true, false);

        assertThat(Rows.numbersAfter(impute("x", mostFrequent()), rows)).containsExactly(1, 1, 1, 0);
        assertThat(impute("x", mostFrequent()).outputSchema(rows.schema()).column("x"))
                .isEqualTo(Rows.FLAG);
    }

    @Test
    void aConstantNeedsNoTrainingValue() {
        Dataset none = Rows.categories(null, null);

        assertThat(Rows.numbersAfter(impute("x", constant(-1)), Rows.numbers(NAN, NAN)))
                .containsExactly(-1, -1);
        assertThat(Rows.textsAfter(Rows.fit(impute("x", constant("none")), none), none))
                .containsExactly("none", "none");
    }

    @Test
    void afterwardsTheColumnIsNeverMissing() {
        Dataset rows = Rows.numbers(1, NAN);
        Schema promised = impute(numeric(), median()).outputSchema(rows.schema());

        assertThat(promised.column("x").nullable()).isFalse();
        assertThat(Rows.fit(impute(numeric(), median()), rows).outputSchema(rows.schema()))
                .isEqualTo(promised);
    }

    @Test
    @Tag("T14")
    void zeroAndMinusZeroAreValuesAndStay() {
        double[] after = Rows.numbersAfter(impute("x", constant(5)), Rows.numbers(0, -0.0, NAN));

        assertThat(after).containsExactly(0.0, -0.0, 5);
        assertThat(Double.doubleToRawLongBits(after[1])).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    @Tag("T15")
    void theEmptyTextAndBlanksAreCategoriesAndStay() {
        Dataset rows = Rows.categories("", " ", null);

        assertThat(Rows.textsAfter(Rows.fit(impute("x", constant("?")), rows), rows))
                .containsExactly("", " ", "?");
    }

    @Test
    @Tag("T16")
    void aColumnThatIsAllMissingTeachesNothing() {
        assertThatThrownBy(() -> impute("x", median()).fit(Rows.numbers(NAN, NAN)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "Column 'x' is missing in all of the 2 training rows, so impute(median()) can learn nothing from it."
                                + " Leave the column out, or impute a constant first.");
        assertThatThrownBy(() -> impute("x", mostFrequent()).fit(Rows.categories(null, null)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("Column 'x' is missing in all of the 2 training rows");
    }

    @Test
    @Tag("T16")
    void oneRowIsEnough() {
        assertThat(Rows.learned(Rows.fit(impute("x", mean()), Rows.numbers(3))).get("value"))
                .isEqualTo(3.0);
    }

    @Test
    void aMedianOfCategoriesIsRefusedBeforeDataAreRead() {
        assertThatThrownBy(() -> impute("x", median()).outputSchema(Schema.of("Rows", Rows.CATEGORY)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("the column 'x' is categorical, but impute(median()) works on numeric columns."
                        + " Choose other columns, or another step.");
    }

    @Test
    void aTextInANumericColumnIsRefusedBeforeDataAreRead() {
        assertThatThrownBy(() -> impute("x", constant("?")).outputSchema(Schema.of("Rows", Rows.NUMBER)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("numeric, but impute(constant(\"?\")) works on categorical columns");
    }

    @Test
    void aMeanOfTrueAndFalseIsRefused() {
        assertThatThrownBy(() -> impute("x", mean()).outputSchema(Schema.of("Rows", Rows.FLAG)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("boolean, but impute(mean()) works on numeric columns");
    }

    @Test
    void theMostFrequentTimeIsRefusedNamingAllTypesThatWork() {
        Schema schema = Schema.of("Rows", Column.of("x", ColumnType.TIMESTAMP));

        assertThatThrownBy(() -> impute("x", mostFrequent()).outputSchema(schema))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("works on boolean or categorical or numeric columns");
    }

    @Test
    @Tag("T14")
    void aConstantHasToBeFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constant(NAN))
                .withMessage("constant() needs a finite number, not NaN.");
        assertThatIllegalArgumentException().isThrownBy(() -> constant(Double.NEGATIVE_INFINITY));
    }

    @Test
    @Tag("T14")
    void aConstantOfMinusZeroIsZeroBecauseJsonHasNoOther() {
        double[] after = Rows.numbersAfter(impute("x", constant(-0.0)), Rows.numbers(NAN));

        assertThat(Double.doubleToRawLongBits(after[0])).isZero();
    }

    @Test
    void saysWhatItIs() {
        assertThat(median()).hasToString("impute(median())");
        assertThat(constant("a\nb")).hasToString("impute(constant(\"a?b\"))");
        assertThat(constant(2)).hasToString("impute(constant(2.0))");
    }
}
