package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.prepare.Preprocessors.ordinal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrdinalTest {

    private static final Dataset SIZES = Rows.categories("M", "L", "S", "M");

    @Test
    void categoriesAreNumberedByCodePoint() {
        assertThat(Rows.numbersAfter(ordinal(categorical()), SIZES)).containsExactly(1, 0, 2, 1);
    }

    @Test
    void aDeclaredOrderWins() {
        assertThat(Rows.numbersAfter(ordinal("x", "S", "M", "L"), SIZES)).containsExactly(1, 2, 0, 1);
    }

    @Test
    void theColumnBecomesNumericAndMissingStaysMissing() {
        Dataset rows = Rows.categories("S", null);

        assertThat(ordinal(categorical()).outputSchema(rows.schema()).column("x"))
                .isEqualTo(Rows.NUMBER.nullable(true));
        assertThat(ordinal(categorical()).outputSchema(SIZES.schema()).column("x"))
                .isEqualTo(Rows.NUMBER);
        assertThat(ordinal(categorical()).fit(rows).training().schema().column("x"))
                .isEqualTo(Rows.NUMBER.nullable(true));
        assertThat(Rows.numbersAfter(ordinal(categorical()), rows)).containsExactly(0, Double.NaN);
    }

    @Test
    @Tag("T15")
    void anUnseenCategoryIsRefusedUnlessDeclaredOtherwise() {
        FittedPreprocessor fitted = Rows.fit(ordinal(categorical()), SIZES);

        assertThatThrownBy(() -> fitted.transform(Rows.categories("S", "XL")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("Column 'x': the category 'XL' is none of the 3 that ordinal() knows."
                        + " Mend the value, or declare ordinal(…).unseenAs(number).");
    }

    @Test
    @Tag("T15")
    void anUnseenCategoryCanHaveANumber() {
        FittedPreprocessor fitted = Rows.fit(ordinal("x", "S", "M", "L").unseenAs(-1), SIZES);

        assertThat(Rows.numbersAfter(fitted, Rows.categories("XL", "S", "s", "", " S")))
                .containsExactly(-1, 0, -1, -1, -1);
    }

    @Test
    void aTrainingRowOutsideTheDeclaredOrderIsRefused() {
        assertThatThrownBy(() -> ordinal("x", "S", "M").fit(SIZES))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("the category 'L' is none of the 2");
    }

    @Test
    void aDeclaredCategoryThatNoRowHasKeepsItsPlace() {
        FittedPreprocessor fitted = Rows.fit(ordinal("x", "XS", "S", "M", "L"), SIZES);

        assertThat(Rows.numbersAfter(fitted, Rows.categories("XS", "L"))).containsExactly(0, 3);
    }

    @Test
    @Tag("T16")
    void aColumnThatIsAllMissingTeachesNoOrder() {
        Dataset none = Rows.categories(null, null);

        assertThatThrownBy(() -> ordinal(categorical()).fit(none))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("so ordinal() can learn nothing");
        assertThat(Rows.numbersAfter(ordinal("x", "S"), none)).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void textIsRefusedBeforeDataAreRead() {
        Schema schema = Schema.of("Rows", Column.of("x", ColumnType.TEXT));

        assertThatThrownBy(() -> ordinal("x", "S").outputSchema(schema))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("the column 'x' is text, but ordinal() works on categorical columns");
    }

    @Test
    void anOrderHasEachCategoryOnceAndUnseenOnesAFiniteNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> ordinal("x", "S", "S"));
        assertThatIllegalArgumentException().isThrownBy(() -> ordinal("x", "S").unseenAs(Double.NaN));
    }

    @Test
    void isCalledByItsName() {
        assertThat(ordinal(categorical()).name()).isEqualTo("ordinal");
        assertThat(Rows.fit(ordinal(categorical()), SIZES).name()).isEqualTo("ordinal");
    }
}
