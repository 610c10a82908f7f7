package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.prepare.Preprocessors.clip;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.mean;
import static io.mlops4j.prepare.Preprocessors.median;
import static io.mlops4j.prepare.Preprocessors.minMax;
import static io.mlops4j.prepare.Preprocessors.mostFrequent;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.ordinal;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any rows. */
class PreparationPropertyTest {

    @Property(tries = 200)
    void aColumnOfNumbersIsMappedValueByValue(
            @ForAll("numbers") List<Double> values, @ForAll("numberSteps") Preprocessor step) {
        Dataset rows = Rows.of(Rows.NUMBER.nullable(true), values.toArray());
        Assume.that(values.stream().anyMatch(Objects::nonNull));
        FittedPreprocessor fitted = Rows.fit(step, rows);
        double[] after = Rows.numbersAfter(fitted, rows);
        ColumnMap.Numeric map = (ColumnMap.Numeric) map(fitted);

        for (int row = 0; row < after.length; row++) {
            assertSame(after[row], map.apply(rows.numeric("x").get(row)));
            assertThat(Double.isInfinite(after[row])).isFalse();
        }
        assertThat(Rows.restore(fitted.name(), fitted.state())).isEqualTo(fitted);
    }

    @Property(tries = 200)
    void whatWasLearnedOfNumbersDoesNotDependOnTheOrderOfTheRows(
            @ForAll("numbers") List<Double> values, @ForAll("numberSteps") Preprocessor step, @ForAll long seed) {
        Assume.that(values.stream().anyMatch(Objects::nonNull));
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        FittedPreprocessor fitted = Rows.fit(step, Rows.of(Rows.NUMBER.nullable(true), values.toArray()));
        FittedPreprocessor other = Rows.fit(step, Rows.of(Rows.NUMBER.nullable(true), shuffled.toArray()));

        double largest = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
        Rows.learned(fitted).forEach((key, value) -> {
            if (value instanceof Double number) {
                assertThat((Double) Rows.learned(other).get(key)).isCloseTo(number, within(1e-14 * largest));
            } else {
                assertThat(Rows.learned(other).get(key)).isEqualTo(value);
            }
        });
    }

    @Property(tries = 200)
    void aColumnOfCategoriesIsMappedValueByValue(
            @ForAll("categories") List<String> training,
            @ForAll("categories") List<String> values,
            @ForAll("categorySteps") Preprocessor step) {
        Assume.that(training.stream().anyMatch(Objects::nonNull));
        Dataset rows = Rows.of(Rows.CATEGORY.nullable(true), values.toArray());
        FittedPreprocessor fitted = Rows.fit(step, Rows.of(Rows.CATEGORY.nullable(true), training.toArray()));
        Values after = fitted.transform(rows).values("x");
        ColumnMap map = map(fitted);

        for (int row = 0; row < values.size(); row++) {
            String value = values.get(row);
            if (map instanceof ColumnMap.Category category) {
                assertThat(after.text(row)).isEqualTo(category.apply(value));
            } else if (map instanceof ColumnMap.Encoding encoding) {
                assertSame(Rows.numbersAfter(fitted, rows)[row], encoding.apply(value));
            } else {
                List<String> expected = new ArrayList<>();
                ((ColumnMap.Sparse) map).apply(value, (feature, number) -> expected.add(feature + ":" + number));
                List<String> found = new ArrayList<>();
                ((SparseValues) after).forEach(row, (feature, number) -> found.add(feature + ":" + number));
                assertThat(found).isEqualTo(expected).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Property(tries = 200)
    void whatWasLearnedOfCategoriesDoesNotDependOnTheOrderOfTheRows(
            @ForAll("categories") List<String> values, @ForAll("categorySteps") Preprocessor step, @ForAll long seed) {
        Assume.that(values.stream().anyMatch(Objects::nonNull));
        List<String> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        FittedPreprocessor fitted = Rows.fit(step, Rows.of(Rows.CATEGORY.nullable(true), values.toArray()));

        assertThat(Rows.fit(step, Rows.of(Rows.CATEGORY.nullable(true), shuffled.toArray())))
                .isEqualTo(fitted);
        assertThat(Rows.restore(fitted.name(), fitted.state())).isEqualTo(fitted);
    }

    @Property(tries = 200)
    void featureNamesAreUnique(@ForAll("categories") List<String> values) {
        Assume.that(!values.isEmpty());
        Dataset rows = Rows.of(Rows.CATEGORY.nullable(true), values.toArray());

        assertThat(Rows.features(Rows.fit(oneHot(named("x")).minFrequency(2), rows), rows))
                .doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<Double>> numbers() {
        Arbitrary<Double> special =
                Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e308, -1e308, Double.MAX_VALUE, 0x1p53);
        Arbitrary<Double> usual = Arbitraries.doubles().between(-1000, 1000);
        return Arbitraries.oneOf(usual, usual, special)
                .injectNull(0.1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Preprocessor> numberSteps() {
        return Arbitraries.of(
                impute("x", median()),
                impute("x", mean()),
                impute("x", mostFrequent()),
                standardize(named("x")),
                minMax(named("x")),
                clip(named("x"), -1, 2));
    }

    @Provide
    Arbitrary<List<String>> categories() {
        Arbitrary<String> special =
                Arbitraries.of("", " ", "(missing)", "(other)", "\\", "\\(other)", "=", "\u00e9", "e\u0301");
        Arbitrary<String> usual = Arbitraries.strings().withCharRange('a', 'd').ofMaxLength(2);
        return Arbitraries.oneOf(usual, special)
                .injectNull(0.1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Preprocessor> categorySteps() {
        return Arbitraries.of(
                impute("x", mostFrequent()),
                oneHot(named("x")),
                oneHot(named("x")).minFrequency(2),
                oneHot(named("x")).maxCategories(3).unseen(Unseen.OTHER),
                oneHot(named("x")).missingAbsent(),
                ordinal(named("x")).unseenAs(-1));
    }

    /** The same bits: NaN too, and zeros of the same sign. */
    private static void assertSame(double found, double expected) {
        assertThat(Double.doubleToLongBits(found)).isEqualTo(Double.doubleToLongBits(expected));
    }

    private static ColumnMap map(FittedPreprocessor fitted) {
        return ((ColumnwisePreprocessor) fitted).transforms().get(0).map();
    }
}
