package io.mlops4j.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.check.TextProfile;
import io.mlops4j.api.check.TimestampProfile;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.SparseValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfilerTest {

    private static final double MISSING = Double.NaN;

    private static NumericProfile numbers(double... values) {
        return (NumericProfile) only(Rows.numbers(values));
    }

    private static ColumnProfile only(Dataset rows) {
        return Profiler.profile(rows).columns().get(0);
    }

    @Test
    void describesNumbers() {
        NumericProfile profile = numbers(0, 1, MISSING, 2, 7, 0);
        assertThat(profile.column()).isEqualTo("fare");
        assertThat(profile.rows()).isEqualTo(6);
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.distinct()).isEqualTo(4);
        assertThat(profile.zeros()).isEqualTo(2);
        assertThat(profile.mean()).isEqualTo(2);
        assertThat(profile.deviation()).isCloseTo(Math.sqrt(34.0 / 4), within(1e-15));
        assertThat(profile.min()).isZero();
        assertThat(profile.max()).isEqualTo(7);
        assertThat(profile.quantile(0.50)).isEqualTo(1);
        assertThat(profile.quantile(0.75)).isEqualTo(2);
        assertThat(profile.quantile(0.90)).isCloseTo(2 + 0.6 * 5, within(1e-12));
    }

    @Test
    void describesShape() {
        NumericProfile profile = numbers(0, 0, 0, 4);
        assertThat(profile.skewness()).isCloseTo(2 / Math.sqrt(3), within(1e-15));
        assertThat(profile.kurtosis()).isCloseTo(7.0 / 3 - 3, within(1e-15));
        assertThat(numbers(1, 2, 3).skewness()).isZero();
    }

    @Test
    @Tag("T14")
    void takesTheTwoZerosForOneValue() {
        NumericProfile profile = numbers(0.0, -0.0);
        assertThat(profile.distinct()).isEqualTo(1);
        assertThat(profile.zeros()).isEqualTo(2);
        assertThat(Double.doubleToRawLongBits(profile.min())).isZero();
    }

    @Test
    @Tag("T14")
    void takesInfinityForAValue() {
        NumericProfile profile = numbers(1, Double.POSITIVE_INFINITY, 3);
        assertThat(profile.missing()).isZero();
        assertThat(profile.max()).isInfinite();
        assertThat(profile.mean()).isInfinite();
        assertThat(profile.deviation()).isNaN();
        assertThat(profile.quantile(0.50)).isEqualTo(3);
    }

    @Test
    @Tag("T16")
    void hasNoShapeWithoutSpread() {
        NumericProfile constant = numbers(0.1, 0.1, 0.1);
        assertThat(constant.distinct()).isEqualTo(1);
        assertThat(constant.deviation()).isCloseTo(0, within(1e-16));
        assertThat(constant.skewness()).isNaN();
        assertThat(constant.kurtosis()).isNaN();
        NumericProfile one = numbers(5);
        assertThat(one.deviation()).isNaN();
        assertThat(one.quantile(0.01)).isEqualTo(5);
    }

    @Test
    @Tag("T16")
    void hasNoStatisticsWithoutValues() {
        for (NumericProfile profile : List.of(numbers(MISSING, MISSING), numbers())) {
            assertThat(profile.missing()).isEqualTo(profile.rows());
            assertThat(profile.distinct()).isZero();
            assertThat(List.of(profile.mean(), profile.deviation(), profile.skewness(), profile.min(), profile.max()))
                    .allMatch(value -> value.isNaN());
            assertThat(profile.quantiles()).allMatch(value -> value.isNaN());
        }
    }

    @Test
    void countsCategoriesByFrequencyAndThenByCodePoint() {
        CategoryProfile profile =
                (CategoryProfile) only(Rows.categories("b", "a", "\uD83D\uDEA2", "\uFFFD", null, "b", "a", "c"));
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.distinct()).isEqualTo(5);
        assertThat(List.copyOf(profile.counts().entrySet()))
                .containsExactly(
                        Map.entry("a", 2L),
                        Map.entry("b", 2L),
                        Map.entry("c", 1L),
                        Map.entry("\uFFFD", 1L),
                        Map.entry("\uD83D\uDEA2", 1L));
    }

    @Test
    @Tag("T16")
    void keepsTheMostFrequentOfManyCategories() {
        String[] names = IntStream.range(0, 1500).mapToObj(i -> "c" + i).toArray(String[]::new);
        names[1400] = "c7";
        CategoryProfile profile = (CategoryProfile) only(Rows.categories(names));
        assertThat(profile.distinct()).isEqualTo(1499);
        assertThat(profile.counts()).hasSize(CategoryProfile.KEPT);
        assertThat(profile.counts().entrySet().iterator().next()).isEqualTo(Map.entry("c7", 2L));
    }

    @Test
    void leavesOutCategoriesThatNoRowHas() {
        Dataset view = Rows.categories("a", "b", "b").rows(new int[] {1, 2});
        CategoryProfile profile = (CategoryProfile) only(view);
        assertThat(profile.counts()).containsExactly(Map.entry("b", 2L));
        assertThat(profile.distinct()).isEqualTo(1);
    }

    @Test
    void countsTrueAndFalse() {
        CategoryProfile profile = (CategoryProfile) only(Rows.flags(1, 0, 1, MISSING));
        assertThat(List.copyOf(profile.counts().entrySet()))
                .containsExactly(Map.entry("true", 2L), Map.entry("false", 1L));
        assertThat(profile.missing()).isEqualTo(1);
        assertThat(profile.distinct()).isEqualTo(2);
        assertThat(((CategoryProfile) only(Rows.flags(0, 0))).counts()).containsExactly(Map.entry("false", 2L));
    }

    @Test
    void describesInstants() {
        TimestampProfile profile = (TimestampProfile) only(
                Rows.times("1912-04-15T02:20:00Z", null, "1912-04-10T12:00:00.000000001Z", "1912-04-15T02:20:00Z"));
        assertThat(profile)
                .isEqualTo(new TimestampProfile(
                        "sailed",
                        4,
                        1,
                        2,
                        Optional.of(Instant.parse("1912-04-10T12:00:00.000000001Z")),
                        Optional.of(Instant.parse("1912-04-15T02:20:00Z"))));
        assertThat(only(Rows.times((String) null)))
                .isEqualTo(new TimestampProfile("sailed", 1, 1, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void describesTextsByTheirLengths() {
        assertThat(only(Rows.texts("ab", null, "", "abcd", "ab"))).isEqualTo(new TextProfile("note", 5, 1, 3, 0, 4, 2));
        TextProfile none = (TextProfile) only(Rows.texts((String) null));
        assertThat(none.shortest()).isZero();
        assertThat(none.meanLength()).isNaN();
    }

    @Test
    void keepsTheOrderOfTheSchema() {
        Dataset rows = Dataset.of(
                Schema.of("Passenger", Column.of("z", ColumnType.NUMERIC), Column.of("a", ColumnType.CATEGORICAL)),
                List.of(Rows.numbers(1).values(0), Rows.categories("S").values(0)));
        Profile profile = Profiler.profile(rows);
        assertThat(profile.rows()).isEqualTo(1);
        assertThat(profile.columns()).extracting(ColumnProfile::column).containsExactly("z", "a");
    }

    @Test
    void refusesWhatPreprocessingMade() {
        Dataset rows = Rows.of(
                Column.of("words", ColumnType.SPARSE),
                SparseValues.wrap(List.of("a", "b"), new int[] {0, 1}, new int[] {0}, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiler.profile(rows))
                .withMessageContaining("'words'");
    }
}
