package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OneHotTest {

    private static final Dataset PORTS = Rows.categories("S", "C", "S", "Q", "S", "C", null);

    @Test
    void eachCategoryHasAFeatureInTheOrderOfItsCodePoints() {
        // U+1F600 comes after U+FFFD by code point, before it by UTF-16 unit
        Dataset rows = Rows.categories("b", "\uD83D\uDE00", "B", "\uFFFD", "a");

        assertThat(Rows.features(Rows.fit(oneHot(categorical()), rows), rows))
                .containsExactly("x=B", "x=a", "x=b", "x=\uFFFD", "x=\uD83D\uDE00");
    }

    @Test
    void aRowHasTheFeatureOfItsCategoryAndNoOther() {
        Dataset rows = Rows.categories("S", "C", "S");
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()), rows);

        assertThat(Rows.textsAfter(fitted, rows)).containsExactly("x=S", "x=C", "x=S");
    }

    @Test
    void theColumnBecomesSparseAndIsNeverMissing() {
        Schema promised = oneHot(categorical()).outputSchema(PORTS.schema());

        assertThat(promised.column("x")).isEqualTo(Rows.CATEGORY.as(ColumnType.SPARSE));
        assertThat(oneHot(categorical()).fit(PORTS).training().schema()).isEqualTo(promised);
    }

    @Test
    void aMissingValueIsACategoryOfItsOwn() {
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()), PORTS);

        assertThat(Rows.features(fitted, PORTS)).containsExactly("x=C", "x=Q", "x=S", "x=(missing)");
        assertThat(Rows.textsAfter(fitted, Rows.categories("Q", null))).containsExactly("x=Q", "x=(missing)");
    }

    @Test
    void aMissingValueCanBeLeftOut() {
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()).missingAbsent(), PORTS);

        assertThat(Rows.features(fitted, PORTS)).containsExactly("x=C", "x=Q", "x=S");
        assertThat(Rows.textsAfter(fitted, Rows.categories("Q", null))).containsExactly("x=Q", "");
    }

    @Test
    void aMissingValueOfWhichTrainingHasNoneIsAbsentEvenIfUnseenOnesAreNot() {
        for (Unseen policy : Unseen.values()) {
            FittedPreprocessor fitted =
                    Rows.fit(oneHot(categorical()).unseen(policy), Rows.of(Rows.CATEGORY.nullable(true), "S", "C"));

            assertThat(Rows.textsAfter(fitted, Rows.categories("S", null))).containsExactly("x=S", "");
        }
    }

    @Test
    void onlyWhatATrainingRowHasBecomesAFeature() {
        Dataset view = PORTS.rows(new int[] {1, 3});

        assertThat(Rows.features(Rows.fit(oneHot(categorical()), view), view)).containsExactly("x=C", "x=Q");
    }

    @Test
    @Tag("T15")
    void anUnseenCategoryIsAbsentUnlessDeclaredOtherwise() {
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()), PORTS);

        assertThat(Rows.textsAfter(fitted, Rows.categories("X", "S"))).containsExactly("", "x=S");
    }

    @Test
    @Tag("T15")
    void anUnseenCategoryCanBeRefusedNamingColumnAndCategory() {
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()).unseen(Unseen.REFUSE), PORTS);

        assertThatThrownBy(() -> fitted.transform(Rows.categories("S", "X")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("Column 'x': the category 'X' is none of the 3 that the training rows have."
                        + " Mend the value, or declare oneHot(…).unseen(ABSENT) or (OTHER).");
    }

    @Test
    @Tag("T10")
    void aMessageShowsAHostileCategoryShortAndOnOneLine() {
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()).unseen(Unseen.REFUSE), PORTS);
        String hostile = "\u001b[31m\r\n${jndi:x}" + "A".repeat(100_000);

        assertThatThrownBy(() -> fitted.transform(Rows.categories(hostile)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("'?[31m??${jndi:x}AAAA")
                .message()
                .hasSizeLessThan(250)
                .doesNotContain("\n", "\u001b");
    }

    @Test
    @Tag("T15")
    void otherCaseOtherUnicodeFormBlanksAndTheEmptyTextAreOtherCategories() {
        String composed = "\u00e9";
        String decomposed = "e\u0301";
        Dataset rows = Rows.categories("s", "S", "S ", "", composed);
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()), rows);

        assertThat(Rows.features(fitted, rows)).containsExactly("x=", "x=S", "x=S ", "x=s", "x=" + composed);
        assertThat(Rows.textsAfter(fitted, Rows.categories("", " ", "s ", composed, decomposed)))
                .containsExactly("x=", "", "", "x=" + composed, "");
    }

    @Test
    @Tag("T15")
    void realCategoriesCannotPassForTheMissingOrTheOther() {
        Dataset rows = Rows.categories("(missing)", "(other)", "\\(missing)", "\\", null, null, "a", "a");
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()), rows);

        assertThat(Rows.features(fitted, rows))
                .containsExactly("x=\\(missing)", "x=\\(other)", "x=\\\\", "x=\\\\(missing)", "x=a", "x=(missing)")
                .doesNotHaveDuplicates();
        assertThat(Rows.textsAfter(fitted, Rows.categories("(missing)", null, "(other)")))
                .containsExactly("x=\\(missing)", "x=(missing)", "x=\\(other)");
    }

    @Test
    void onlySoManyCategoriesKeepAFeatureAndTheRestIsTheOther() {
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()).maxCategories(2), PORTS);

        assertThat(Rows.features(fitted, PORTS)).containsExactly("x=C", "x=S", "x=(missing)", "x=(other)");
        assertThat(Rows.textsAfter(fitted, Rows.categories("Q", "C", "X", null)))
                .containsExactly("x=(other)", "x=C", "", "x=(missing)");
    }

    @Test
    void ofEquallyFrequentCategoriesTheFirstByCodePointStays() {
        Dataset rows = Rows.categories("c", "b", "a", "c", "b", "a");

        assertThat(Rows.features(Rows.fit(oneHot(categorical()).maxCategories(1), rows), rows))
                .containsExactly("x=a", "x=(other)");
    }

    @Test
    void aCategoryNeedsSoManyRowsForAFeature() {
        FittedPreprocessor fitted = Rows.fit(oneHot(categorical()).minFrequency(2), PORTS);

        assertThat(Rows.features(fitted, PORTS)).containsExactly("x=C", "x=S", "x=(missing)", "x=(other)");
    }

    @Test
    void withoutRareCategoriesThereIsNoOther() {
        Dataset rows = Rows.categories("a", "b");
        FittedPreprocessor fitted =
                Rows.fit(oneHot(categorical()).maxCategories(2).minFrequency(1).unseen(Unseen.OTHER), rows);

        assertThat(Rows.features(fitted, rows)).containsExactly("x=a", "x=b");
        assertThat(Rows.textsAfter(fitted, Rows.categories("z"))).containsExactly("");
    }

    @Test
    void anUnseenCategoryCanCountAsTheOther() {
        FittedPreprocessor fitted =
                Rows.fit(oneHot(categorical()).unseen(Unseen.OTHER).minFrequency(2), PORTS);

        assertThat(Rows.textsAfter(fitted, Rows.categories("Q", "X", "C")))
                .containsExactly("x=(other)", "x=(other)", "x=C");
        assertThat(Rows.learned(fitted).get("rare"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    @Test
    void aRareCategoryIsNotRefusedWhereUnseenOnesAre() {
        FittedPreprocessor fitted =
                Rows.fit(oneHot(categorical()).minFrequency(2).unseen(Unseen.REFUSE), PORTS);

        assertThat(Rows.textsAfter(fitted, Rows.categories("Q"))).containsExactly("x=(other)");
        assertThatThrownBy(() -> fitted.transform(Rows.categories("X"))).hasMessageContaining("none of the 3");
    }

    @Test
    void eachOptionKeepsTheOthers() {
        FittedPreprocessor fitted = Rows.fit(
                oneHot(categorical())
                        .unseen(Unseen.OTHER)
                        .minFrequency(2)
                        .maxCategories(1)
                        .missingAbsent()
                        .minFrequency(2)
                        .unseen(Unseen.OTHER)
                        .maxCategories(1),
                PORTS);

        assertThat(Rows.features(fitted, PORTS)).containsExactly("x=S", "x=(other)");
        assertThat(Rows.textsAfter(fitted, Rows.categories("X", null))).containsExactly("x=(other)", "");
    }

    @Test
    @Tag("T16")
    void aColumnThatIsAllMissingHasOneFeatureOrIsRefused() {
        Dataset none = Rows.categories(null, null);

        assertThat(Rows.features(Rows.fit(oneHot(categorical()), none), none)).containsExactly("x=(missing)");
        assertThatThrownBy(() -> oneHot(categorical()).missingAbsent().fit(none))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(
                        "Column 'x' is missing in all of the 2 training rows, so oneHot() can learn nothing");
    }

    @Test
    @Tag("T16")
    void constantAndAllDistinctColumnsAreSane() {
        Dataset constant = Rows.categories("a", "a");
        Dataset distinct = Rows.categories("a", "b", "c");

        assertThat(Rows.features(Rows.fit(oneHot(categorical()), constant), constant))
                .containsExactly("x=a");
        assertThat(Rows.features(Rows.fit(oneHot(categorical()).minFrequency(2), distinct), distinct))
                .containsExactly("x=(other)");
    }

    @Test
    void numbersAreRefusedBeforeDataAreRead() {
        assertThatThrownBy(() ->
                        oneHot(io.mlops4j.api.data.Columns.named("x")).outputSchema(Schema.of("Rows", Rows.NUMBER)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("the column 'x' is numeric, but oneHot() works on categorical columns");
    }

    @Test
    void limitsStartAtOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oneHot(categorical()).maxCategories(0))
                .withMessage("maxCategories() needs a number of at least 1, not 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oneHot(categorical()).minFrequency(0))
                .withMessage("minFrequency() needs a number of at least 1, not 0.");
    }

    @Test
    void isCalledByItsName() {
        assertThat(oneHot(categorical()).name()).isEqualTo("one_hot");
        assertThat(Rows.fit(oneHot(categorical()), PORTS).name()).isEqualTo("one_hot");
    }
}
