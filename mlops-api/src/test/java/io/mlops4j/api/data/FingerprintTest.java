package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Schema NAMES =
            Schema.of("S", Column.of("name", ColumnType.CATEGORICAL).nullable(true));
    private static final Schema NUMBERS =
            Schema.of("S", Column.of("x", ColumnType.NUMERIC).nullable(true));

    private static Dataset numbers(double... values) {
        return Dataset.of(NUMBERS, List.of(NumericValues.wrap(values)));
    }

    private static Dataset texts(@Nullable String... values) {
        return Dataset.of(
                Schema.of("S", Column.of("name", ColumnType.TEXT).nullable(true)), List.of(TextValues.wrap(values)));
    }

    @Test
    @Tag("F34")
    void isTheSameOnEveryPlatform() {
        // computed by hand from the layout: 1 row, the name, the type, the bits of 1.5
        assertThat(numbers(1.5).fingerprint())
                .isEqualTo("d4d11b5c5e51bf75383650959451bad5579549a2d9979284318b7679da92941e");
    }

    @Test
    void doesNotDependOnHowCategoriesAreCoded() {
        Dataset one = Dataset.of(
                NAMES, List.of(CategoricalValues.wrap(new int[] {0, 1, -1}, Dictionary.of(List.of("a", "b")))));
        Dataset other = Dataset.of(
                NAMES, List.of(CategoricalValues.wrap(new int[] {2, 1, -1}, Dictionary.of(List.of("c", "b", "a")))));
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint()).hasSize(64);
    }

    @Test
    void doesNotDependOnViewsRolesOrNames() {
        Dataset data = numbers(1, 2, 3);
        assertThat(numbers(3, 1).fingerprint())
                .isEqualTo(data.rows(new int[] {2, 0}).fingerprint());
        Schema renamed = Schema.of("Other", NUMBERS.column("x").as(Role.KEY).nullable(false));
        assertThat(data.columns(renamed).fingerprint()).isEqualTo(data.fingerprint());
    }

    @Test
    void dependsOnEveryValueAndOnTheirOrder() {
        String fingerprint = numbers(1, 2).fingerprint();
        assertThat(numbers(2, 1).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(numbers(1, 2, 2).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(numbers(1, Math.nextUp(2)).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    @Tag("T14")
    void tellsZerosApartAndKnowsOneNaNOnly() {
        assertThat(numbers(0.0).fingerprint()).isNotEqualTo(numbers(-0.0).fingerprint());
        assertThat(numbers(Double.NaN).fingerprint())
                .isEqualTo(numbers(Double.longBitsToDouble(0x7ff8000000000001L)).fingerprint());
    }

    @Test
    @Tag("T15")
    void tellsMissingFromEmptyAndWhereATextEnds() {
        assertThat(texts("").fingerprint()).isNotEqualTo(texts((String) null).fingerprint());
        assertThat(texts("ab", "c").fingerprint()).isNotEqualTo(texts("a", "bc").fingerprint());
    }

    @Test
    void tellsTheSameTextsInAnotherTypeOfColumnApart() {
        Dataset categories =
                Dataset.of(NAMES, List.of(CategoricalValues.wrap(new int[] {0}, Dictionary.of(List.of("a")))));
        assertThat(categories.fingerprint()).isNotEqualTo(texts("a").fingerprint());
    }

    @Test
    void takesTextsLargerThanItsBuffer() {
        String long1 = "x".repeat(200_000);
        assertThat(texts("a", long1 + "1", "b").fingerprint())
                .isNotEqualTo(texts("a", long1 + "2", "b").fingerprint())
                .isEqualTo(texts("a", long1 + "1", "b").fingerprint());
    }
}
