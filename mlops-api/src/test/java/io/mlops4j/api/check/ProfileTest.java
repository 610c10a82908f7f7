package io.mlops4j.api.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static NumericProfile numbers(List<Double> quantiles) {
        return new NumericProfile(
                "fare", 3, 0, 3, 0, 1, 1, 0, 0, 0, 2, quantiles, new NumericBins(List.of(1.0), List.of(1L, 2L)));
    }

    @Test
    void findsColumnsByName() {
        Profile profile = new Profile(3, List.of(numbers(Collections.nCopies(15, 1.0))));
        assertThat(profile.column("fare")).isPresent();
        assertThat(profile.column("age")).isEmpty();
    }

    @Test
    void hasAQuantileForEachLevel() {
        NumericProfile profile =
                numbers(IntStream.range(0, 15).mapToObj(i -> (double) i).toList());
        assertThat(profile.quantile(0.01)).isZero();
        assertThat(profile.quantile(0.50)).isEqualTo(7);
        assertThat(profile.quantile(0.99)).isEqualTo(14);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.quantile(0.33))
                .withMessageContaining("0.33");
        assertThatIllegalArgumentException().isThrownBy(() -> numbers(List.of(1.0)));
    }

    @Test
    void keepsTheOrderOfCategoriesAndNothingElseOfTheMap() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("z", 3L);
        counts.put("a", 2L);
        CategoryProfile profile = new CategoryProfile("port", 5, 0, 2, counts);
        counts.put("b", 9L);
        assertThat(profile.counts().keySet()).containsExactly("z", "a");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> profile.counts().clear());
    }

    @Test
    void aViolationReadsAsASentence() {
        assertThat(new Violation("fare unique", "2 rows twice", 2, List.of(1, 4)))
                .hasToString("expected fare unique, found 2 rows twice (first rows: [1, 4])");
        assertThat(new Violation("at least 2 rows", "1 row", 0, List.of()))
                .hasToString("expected at least 2 rows, found 1 row");
    }
}
